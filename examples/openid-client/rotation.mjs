// One jose verifier that keeps running across rotations of Signet's keys.
// Environment: SIGNET_ISSUER, SIGNET_ADMIN_TOKEN (an administrator's access token), SERVICE_ID and SERVICE_SECRET of a client that
// gets tokens for itself.

import assert from 'node:assert/strict'
import { SignJWT, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify } from 'jose'
import { check, part, setting, summary } from '../browser/report.mjs'
import { RelyingParty } from './relying-party.mjs'

const issuer = setting('SIGNET_ISSUER')
const administrator = setting('SIGNET_ADMIN_TOKEN')
const service = await RelyingParty.discover({
  issuer,
  clientId: setting('SERVICE_ID'),
  clientSecret: setting('SERVICE_SECRET'),
})
const keySet = new URL(service.server.jwks_uri)
// Without a pause between fetches, because the rotations here are immediate. A scheduled rotation publishes the key a day before.
const verifier = createRemoteJWKSet(keySet, { cooldownDuration: 0 })

await part(publishedKeys)
const before = await freshToken()
await part(() => accessTokenFormat(before))
await part(() => rotations(before))
await part(unknownKey)
summary()

async function freshToken() {
  return (await service.ownToken()).access_token
}

function verify(token, keys = verifier) {
  return jwtVerify(token, keys, { issuer, audience: issuer, typ: 'at+jwt', algorithms: ['RS256', 'ES256', 'Ed25519'] })
}

async function published() {
  const response = await fetch(keySet)
  return { headers: response.headers, keys: (await response.json()).keys }
}

async function rotate() {
  const response = await fetch(new URL('/admin/keys/rotations', issuer), {
    method: 'POST',
    headers: { authorization: `Bearer ${administrator}`, 'content-type': 'application/json' },
    body: '{"immediate":true}',
  })
  assert.ok(response.ok, `rotation: ${response.status}`)
}

async function publishedKeys() {
  const { headers, keys } = await published()
  await check('keys: each has its type, use and algorithm, and no private members', () => {
    const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']
    for (const key of keys) {
      assert.ok(key.kid && key.kty && key.alg && key.use === 'sig')
      assert.ok(!secret.some((member) => member in key))
    }
  })
  await check('keys: each kid is unique, and no RSA key is too short', () => {
    assert.equal(new Set(keys.map((key) => key.kid)).size, keys.length)
    for (const { n } of keys.filter((key) => key.kty === 'RSA')) assert.ok(Buffer.from(n, 'base64url').length >= 256)
  })
  await check('keys: they may be cached for a limited time', () => {
    const [, age] = /max-age=(\d+)/.exec(headers.get('cache-control'))
    assert.ok(age > 0 && age <= 86_400)
    assert.match(headers.get('content-type'), /application\/(jwk-set\+)?json/)
  })
}

async function accessTokenFormat(token) {
  const header = decodeProtectedHeader(token)
  const claims = decodeJwt(token)
  await check('token: jose verifies it', () => verify(token))
  await check('token: its header contains only alg, kid and typ', () =>
    assert.deepEqual(Object.keys(header).sort(), ['alg', 'kid', 'typ']))
  await check('token: has the claims of RFC 9068', () => {
    for (const name of ['iss', 'aud', 'exp', 'iat', 'jti', 'sub', 'client_id']) assert.ok(name in claims, name)
  })
}

async function rotations(old) {
  await rotate()
  const token = await freshToken()
  const kids = [old, token].map((each) => decodeProtectedHeader(each).kid)
  await check('rotation: another key signs, and the same verifier accepts its token', async () => {
    assert.notEqual(kids[0], kids[1])
    await verify(token)
  })
  await check('rotation: the token of the former key is still valid', () => verify(old))
  await check('rotation: both keys are published', async () => {
    const names = (await published()).keys.map((key) => key.kid)
    assert.ok(kids.every((kid) => names.includes(kid)))
  })
  await check('rotation: a new verifier accepts both tokens', async () => {
    const newVerifier = createRemoteJWKSet(keySet)
    await verify(old, newVerifier)
    await verify(token, newVerifier)
  })
  await check('rotation: after two more rotations the token is still valid, because keys are removed by time', async () => {
    await rotate()
    await rotate()
    await verify(old)
    await verify(old, createRemoteJWKSet(keySet))
  })
}

async function unknownKey() {
  await check('a token of an unknown key is rejected', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: 'no-such-key', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(issuer)
      .sign(privateKey)
    await assert.rejects(verify(forged), { code: 'ERR_JWKS_NO_MATCHING_KEY' })
  })
}
