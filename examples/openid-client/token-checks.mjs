// Use, rotation and revocation of codes and tokens.

import assert from 'node:assert/strict'
import { check } from '../browser/report.mjs'
import { RelyingParty } from './relying-party.mjs'
import {
  application,
  serviceParty,
  relyingParty,
  rejected,
  server,
  service,
  signedIn,
  tokens,
  userInfoStatus,
} from './stage.mjs'

export async function clientCredentials() {
  await check('client credentials: a bearer token without claims of a user', async () => {
    const response = await serviceParty.ownToken()
    assert.equal(response.token_type, 'bearer')
    assert.ok(response.access_token && response.expires_in > 0)
    assert.ok(!response.refresh_token && !response.id_token)
  })
  await check('client credentials: a wrong secret is rejected', async () => {
    const impostor = await RelyingParty.discover({ ...service, clientSecret: `${service.clientSecret}x` })
    await assert.rejects(impostor.ownToken(), (rejection) => rejection.status === 401)
  })
}

export async function replayedCode() {
  const { callback, stored } = await signedIn()
  const response = await relyingParty.finish(callback, stored)
  await check('code: a second use is rejected', () => rejected(relyingParty.finish(callback, stored), 'invalid_grant'))
  await check('code: the second use revokes the tokens of the first one', async () => {
    assert.equal(await userInfoStatus(response.access_token), 401)
    await rejected(relyingParty.refresh(response.refresh_token), 'invalid_grant')
  })
}

export async function introspection() {
  const { access_token: token } = await tokens()
  await check('introspection: a token of the client is active', async () => {
    const response = await relyingParty.introspect(token)
    assert.equal(response.active, true)
    assert.equal(response.client_id, application.clientId)
  })
  await check('introspection: a malformed token is inactive, without other members', async () =>
    assert.deepEqual(await relyingParty.introspect('garbage.token.value'), { active: false }))
  await check('introspection: a request without client authentication is rejected', async () => {
    const response = await fetch(server.introspection_endpoint, { method: 'POST', body: new URLSearchParams({ token }) })
    assert.equal(response.status, 401)
  })
}

export async function refresh() {
  const first = await tokens()
  const second = await check('refresh: returns new tokens for the same user', async () => {
    const response = await relyingParty.refresh(first.refresh_token)
    assert.notEqual(response.access_token, first.access_token)
    assert.notEqual(response.refresh_token, first.refresh_token)
    assert.equal(response.claims().sub, first.claims().sub)
    assert.equal(response.claims().auth_time, first.claims().auth_time)
    return response
  })
  if (!second) return
  await check('refresh: a retry returns the same new refresh token', async () =>
    assert.equal((await relyingParty.refresh(first.refresh_token)).refresh_token, second.refresh_token))
  await check('refresh: reuse is rejected and revokes the family', async () => {
    const third = await relyingParty.refresh(second.refresh_token)
    await rejected(relyingParty.refresh(first.refresh_token), 'invalid_grant')
    await rejected(relyingParty.refresh(third.refresh_token), 'invalid_grant')
    assert.equal(await userInfoStatus(third.access_token), 401)
  })
  await check('refresh: a narrower scope is granted, a wider one is rejected', async () => {
    const { refresh_token: token } = await tokens()
    const narrower = await relyingParty.refresh(token, { scope: 'openid' })
    assert.equal(narrower.scope, 'openid')
    await rejected(relyingParty.refresh(narrower.refresh_token, { scope: `${application.scope} admin` }), 'invalid_scope')
  })
  await check('refresh: the token of another client is rejected', async () =>
    rejected(serviceParty.refresh((await tokens()).refresh_token), 'invalid_grant', 'unauthorized_client'))
}

export async function revocation() {
  const { refresh_token: token, access_token: access } = await tokens()
  await check('revocation: the refresh token and its access token are invalid afterwards', async () => {
    await relyingParty.revoke(token)
    await rejected(relyingParty.refresh(token), 'invalid_grant')
    assert.equal(await userInfoStatus(access), 401)
  })
  await check('revocation: an unknown token returns success (RFC 7009 §2.2)', () => relyingParty.revoke('no-such-token'))
}

export async function boundTokens() {
  await check('DPoP: tokens are bound to a key and rejected without it (RFC 9449)', async () => {
    const proof = await relyingParty.proof()
    const { callback, stored } = await signedIn()
    const response = await relyingParty.finish(callback, stored, proof)
    assert.equal(response.token_type, 'dpop')
    assert.ok(await relyingParty.userInfo(response.access_token, response.claims().sub, proof))
    assert.equal(await userInfoStatus(response.access_token), 401)
    assert.equal((await relyingParty.refresh(response.refresh_token, {}, proof)).token_type, 'dpop')
  })
}
