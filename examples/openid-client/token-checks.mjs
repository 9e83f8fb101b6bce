// Use, rotation and revocation of codes and tokens.

import assert from 'node:assert/strict'
import { check } from '../browser/report.mjs'
import { RelyingParty } from './relying-party.mjs'
import {
  application,
  other,
  party,
  refused,
  server,
  service,
  signedIn,
  tokens,
  userInfoStatus,
} from './stage.mjs'

export async function clientCredentials() {
  await check('client credentials: a bearer token, and nothing that speaks of a person', async () => {
    const answer = await other.ownToken()
    assert.equal(answer.token_type, 'bearer')
    assert.ok(answer.access_token && answer.expires_in > 0)
    assert.ok(!answer.refresh_token && !answer.id_token)
  })
  await check('client credentials: a wrong secret is refused', async () => {
    const impostor = await RelyingParty.discover({ ...service, clientSecret: `${service.clientSecret}x` })
    await assert.rejects(impostor.ownToken(), (refusal) => refusal.status === 401)
  })
}

export async function replayedCode() {
  const { callback, kept } = await signedIn()
  const answer = await party.finish(callback, kept)
  await check('code: a second use is refused', () => refused(party.finish(callback, kept), 'invalid_grant'))
  await check('code: and ends what the first one gave', async () => {
    assert.equal(await userInfoStatus(answer.access_token), 401)
    await refused(party.refresh(answer.refresh_token), 'invalid_grant')
  })
}

export async function introspection() {
  const { access_token: token } = await tokens()
  await check('introspection: a token of the client is active', async () => {
    const answer = await party.introspect(token)
    assert.equal(answer.active, true)
    assert.equal(answer.client_id, application.clientId)
  })
  await check('introspection: garbage is not active, and nothing else is said', async () =>
    assert.deepEqual(await party.introspect('garbage.token.value'), { active: false }))
  await check('introspection: refused to nobody in particular', async () => {
    const answer = await fetch(server.introspection_endpoint, { method: 'POST', body: new URLSearchParams({ token }) })
    assert.equal(answer.status, 401)
  })
}

export async function refresh() {
  const first = await tokens()
  const second = await check('refresh: new tokens for the same person', async () => {
    const answer = await party.refresh(first.refresh_token)
    assert.notEqual(answer.access_token, first.access_token)
    assert.notEqual(answer.refresh_token, first.refresh_token)
    assert.equal(answer.claims().sub, first.claims().sub)
    assert.equal(answer.claims().auth_time, first.claims().auth_time)
    return answer
  })
  if (!second) return
  await check('refresh: an honest retry is given the same successor', async () =>
    assert.equal((await party.refresh(first.refresh_token)).refresh_token, second.refresh_token))
  await check('refresh: a replay is refused, and the whole family with it', async () => {
    const third = await party.refresh(second.refresh_token)
    await refused(party.refresh(first.refresh_token), 'invalid_grant')
    await refused(party.refresh(third.refresh_token), 'invalid_grant')
    assert.equal(await userInfoStatus(third.access_token), 401)
  })
  await check('refresh: a narrower scope is given, a wider one is not', async () => {
    const { refresh_token: token } = await tokens()
    const narrower = await party.refresh(token, { scope: 'openid' })
    assert.equal(narrower.scope, 'openid')
    await refused(party.refresh(narrower.refresh_token, { scope: `${application.scope} admin` }), 'invalid_scope')
  })
  await check('refresh: the token of one client is nothing in the hands of another', async () =>
    refused(other.refresh((await tokens()).refresh_token), 'invalid_grant', 'unauthorized_client'))
}

export async function revocation() {
  const { refresh_token: token, access_token: access } = await tokens()
  await check('revocation: the refresh token is good no more, nor is the access token it came with', async () => {
    await party.revoke(token)
    await refused(party.refresh(token), 'invalid_grant')
    assert.equal(await userInfoStatus(access), 401)
  })
  await check('revocation: of a token that never was is a success (RFC 7009 §2.2)', () => party.revoke('no-such-token'))
}

export async function boundTokens() {
  await check('DPoP: tokens are bound to a key, and refused without it (RFC 9449)', async () => {
    const proof = await party.proof()
    const { callback, kept } = await signedIn()
    const answer = await party.finish(callback, kept, proof)
    assert.equal(answer.token_type, 'dpop')
    assert.ok(await party.userInfo(answer.access_token, answer.claims().sub, proof))
    assert.equal(await userInfoStatus(answer.access_token), 401)
    assert.equal((await party.refresh(answer.refresh_token, {}, proof)).token_type, 'dpop')
  })
}
