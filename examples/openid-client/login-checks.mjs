// Logins of a user in every supported way, and the logout.

import assert from 'node:assert/strict'
import { createRemoteJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { Browser } from '../browser/browser.mjs'
import { check } from '../browser/report.mjs'
import { RelyingParty } from './relying-party.mjs'
import {
  application,
  isCallback,
  issuer,
  logoutUri,
  party,
  person,
  redirectUri,
  refused,
  register,
  server,
  signedIn,
  tokenRequest,
  userInfoStatus,
  visit,
} from './stage.mjs'

export async function discovery() {
  await check('discovery: the issuer in the metadata is the configured one', () => assert.equal(server.issuer, issuer))
  await check('discovery: PKCE supports S256 but not plain', () =>
    assert.deepEqual(server.code_challenge_methods_supported, ['S256']))
  await check('discovery: none is not a supported algorithm', () => {
    const lists = Object.entries(server).filter(([member]) => member.endsWith('_alg_values_supported'))
    assert.ok(lists.length > 0 && lists.every(([, algorithms]) => !algorithms.includes('none')))
  })
  await check('discovery: authorization responses contain iss (RFC 9207)', () =>
    assert.equal(server.authorization_response_iss_parameter_supported, true))
  await check('discovery: the metadata of RFC 8414 is equal', async () => {
    const { pathname } = new URL(issuer)
    const address = new URL(`/.well-known/oauth-authorization-server${pathname === '/' ? '' : pathname}`, issuer)
    const document = await (await fetch(address)).json()
    assert.deepEqual([document.issuer, document.token_endpoint], [server.issuer, server.token_endpoint])
  })
}

export async function login() {
  const { callback, kept } = await signedIn()
  await check('login: the redirect URI receives a code and the issuer', () => {
    assert.ok(callback.searchParams.has('code'))
    assert.equal(callback.searchParams.get('iss'), issuer)
  })
  const answer = await check('login: the code is exchanged for tokens with a valid ID Token', () => party.finish(callback, kept))
  if (!answer) return
  const claims = answer.claims()
  await check('login: the ID Token contains the client, the times and the authentication methods', () => {
    assert.deepEqual([claims.aud].flat(), [application.clientId])
    assert.ok(claims.exp - claims.iat <= 86_400)
    assert.ok(claims.auth_time && claims.sid && claims.acr && claims.amr.includes('pwd'))
  })
  await check('login: jose verifies the ID Token with the published keys', async () => {
    const keys = createRemoteJWKSet(new URL(server.jwks_uri))
    await jwtVerify(answer.id_token, keys, { issuer, audience: application.clientId, typ: 'JWT', algorithms: ['RS256'] })
    assert.ok(decodeProtectedHeader(answer.id_token).kid)
  })
  await check('login: the access token of a client without audiences is for UserInfo only and has no roles', async () => {
    const keys = createRemoteJWKSet(new URL(server.jwks_uri))
    const verify = audience => jwtVerify(answer.access_token, keys, { issuer, audience, typ: 'at+jwt', algorithms: ['RS256', 'ES256'] })
    await assert.rejects(verify(issuer), { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' })
    const { payload } = await verify(server.userinfo_endpoint)
    assert.equal(payload.groups, undefined)
  })
  await check('UserInfo: returns the claims of the user in the ID Token', async () => {
    const information = await party.userInfo(answer.access_token, claims.sub)
    assert.equal(information.preferred_username, person.username)
  })
  await check('UserInfo: an ID Token is rejected', async () =>
    assert.equal(await userInfoStatus(answer.id_token), 401))
  await check('login: form_post returns the code in a form', async () => {
    const { url, kept: expected } = await party.begin({ response_mode: 'form_post' })
    const page = await new Browser().signIn(url, { ...person, until: isCallback })
    assert.equal(page.url.href, redirectUri)
    const callback = new Request(redirectUri, { method: 'POST', body: page.sent })
    assert.ok((await party.finish(callback, expected)).id_token)
  })
}

export async function pushedRequest() {
  await check('PAR: a pushed request signs the user in, and its URL contains no parameters (RFC 9126)', async () => {
    const { url, kept } = await party.beginPushed()
    assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri'])
    const page = await new Browser().signIn(url, { ...person, until: isCallback })
    assert.ok((await party.finish(page.url, kept)).id_token)
  })
}

/** The requirements of FAPI 2.0: a key instead of a secret, pushed requests, and tokens that are bound to a key. */
export async function withoutSecrets() {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  await register({
    client_id: 'bank',
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'bank', alg: 'ES256', use: 'sig' }] },
    dpop_bound_access_tokens: true,
    require_pushed_authorization_requests: true,
    grant_types: ['authorization_code', 'client_credentials'],
    redirect_uris: [redirectUri],
    scope: 'openid',
  })
  const bank = await RelyingParty.discover({ issuer, clientId: 'bank', privateKey, redirectUri, scope: 'openid' })
  const proof = await bank.proof()
  await check('no secret: a client with a key (RFC 7523) signs users in and gets bound tokens', async () => {
    const { url, kept } = await bank.beginPushed({}, proof)
    const page = await new Browser().signIn(url, { ...person, until: isCallback })
    const answer = await bank.finish(page.url, kept, proof)
    assert.equal(answer.token_type, 'dpop')
    assert.ok(await bank.userInfo(answer.access_token, answer.claims().sub, proof))
  })
  await check('no secret: the client gets tokens for itself', async () =>
    assert.equal((await bank.ownToken({}, proof)).token_type, 'dpop'))
  await check('no secret: a token request without a proof is rejected', () => refused(bank.ownToken(), 'invalid_dpop_proof'))
  await check('no secret: a request that was not pushed is rejected', async () => {
    const { url } = await bank.begin()
    const answer = await visit(url)
    const told = new URL(answer.headers.get('location') ?? issuer)
    assert.ok(answer.status === 400 || told.searchParams.get('error') === 'invalid_request', `${answer.status} ${told}`)
  })
  await check('no secret: another key is rejected', async () => {
    const { privateKey: another } = await generateKeyPair('ES256')
    const impostor = await RelyingParty.discover({ issuer, clientId: 'bank', privateKey: another })
    await assert.rejects(impostor.ownToken({}, await impostor.proof()), (refusal) => refusal.status === 401)
  })
}

export async function device() {
  const begun = await party.beginOnDevice(application.scope)
  await check('device: authorization is pending until a user enters the code (RFC 8628)', async () => {
    const answer = await tokenRequest({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: begun.device_code,
    })
    assert.equal((await answer.json()).error, 'authorization_pending')
  })
  await check('device: receives tokens after a user has entered the code in a browser', async () => {
    await new Browser().signIn(begun.verification_uri, { ...person, user_code: begun.user_code })
    const answer = await party.finishOnDevice(begun)
    assert.equal((await party.userInfo(answer.access_token, answer.claims().sub)).preferred_username, person.username)
  })
}

export async function logout() {
  const { callback, kept, browser } = await signedIn()
  const { id_token: idToken } = await party.finish(callback, kept)
  await check('single sign-on: a signed-in browser gets a code without a page', async () => {
    const { url } = await party.begin({ prompt: 'none' })
    const page = await browser.open(url, { until: isCallback })
    assert.ok(page.url.searchParams.has('code'), `is at ${page.url}`)
  })
  await check('logout: redirects back with the state', async () => {
    const url = party.endSession(idToken, logoutUri, 'on-the-way')
    const page = await browser.open(url, { until: (address) => address.href.startsWith(logoutUri) })
    assert.equal(page.url.href, `${logoutUri}?state=on-the-way`)
  })
  await check('logout: the browser is no longer signed in', async () => {
    const { url } = await party.begin({ prompt: 'none' })
    const page = await browser.open(url, { until: isCallback })
    assert.equal(page.url.searchParams.get('error'), 'login_required', `is at ${page.url}`)
  })
}
