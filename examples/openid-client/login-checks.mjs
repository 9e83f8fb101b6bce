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
  relyingParty,
  user,
  redirectUri,
  rejected,
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
    const url = new URL(`/.well-known/oauth-authorization-server${pathname === '/' ? '' : pathname}`, issuer)
    const document = await (await fetch(url)).json()
    assert.deepEqual([document.issuer, document.token_endpoint], [server.issuer, server.token_endpoint])
  })
}

export async function login() {
  const { callback, stored } = await signedIn()
  await check('login: the redirect URI receives a code and the issuer', () => {
    assert.ok(callback.searchParams.has('code'))
    assert.equal(callback.searchParams.get('iss'), issuer)
  })
  const response = await check('login: the code is exchanged for tokens with a valid ID Token', () =>
    relyingParty.finish(callback, stored))
  if (!response) return
  const claims = response.claims()
  await check('login: the ID Token contains the client, the times and the authentication methods', () => {
    assert.deepEqual([claims.aud].flat(), [application.clientId])
    assert.ok(claims.exp - claims.iat <= 86_400)
    assert.ok(claims.auth_time && claims.sid && claims.acr && claims.amr.includes('pwd'))
  })
  await check('login: jose verifies the ID Token with the published keys', async () => {
    const keys = createRemoteJWKSet(new URL(server.jwks_uri))
    await jwtVerify(response.id_token, keys, { issuer, audience: application.clientId, typ: 'JWT', algorithms: ['RS256'] })
    assert.ok(decodeProtectedHeader(response.id_token).kid)
  })
  await check('login: the access token of a client without audiences is for UserInfo only and has no roles', async () => {
    const keys = createRemoteJWKSet(new URL(server.jwks_uri))
    const verify = audience => jwtVerify(response.access_token, keys, { issuer, audience, typ: 'at+jwt', algorithms: ['RS256', 'ES256'] })
    await assert.rejects(verify(issuer), { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' })
    const { payload } = await verify(server.userinfo_endpoint)
    assert.equal(payload.groups, undefined)
  })
  await check('UserInfo: returns the claims of the user in the ID Token', async () => {
    const information = await relyingParty.userInfo(response.access_token, claims.sub)
    assert.equal(information.preferred_username, user.username)
  })
  await check('UserInfo: an ID Token is rejected', async () =>
    assert.equal(await userInfoStatus(response.id_token), 401))
  await check('login: form_post returns the code in a form', async () => {
    const { url, stored: expected } = await relyingParty.begin({ response_mode: 'form_post' })
    const page = await new Browser().signIn(url, { ...user, until: isCallback })
    assert.equal(page.url.href, redirectUri)
    const callback = new Request(redirectUri, { method: 'POST', body: page.sent })
    assert.ok((await relyingParty.finish(callback, expected)).id_token)
  })
}

export async function pushedRequest() {
  await check('PAR: a pushed request signs the user in, and its URL contains no parameters (RFC 9126)', async () => {
    const { url, stored } = await relyingParty.beginPushed()
    assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri'])
    const page = await new Browser().signIn(url, { ...user, until: isCallback })
    assert.ok((await relyingParty.finish(page.url, stored)).id_token)
  })
}

/** The requirements of FAPI 2.0: a key instead of a secret, pushed requests, and tokens that are bound to a key. */
export async function withoutSecrets() {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  await register({
    client_id: 'fapi-client',
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'fapi-client', alg: 'ES256', use: 'sig' }] },
    dpop_bound_access_tokens: true,
    require_pushed_authorization_requests: true,
    grant_types: ['authorization_code', 'client_credentials'],
    redirect_uris: [redirectUri],
    scope: 'openid',
  })
  const fapiClient = await RelyingParty.discover({ issuer, clientId: 'fapi-client', privateKey, redirectUri, scope: 'openid' })
  const proof = await fapiClient.proof()
  await check('no secret: a client with a key (RFC 7523) signs users in and gets bound tokens', async () => {
    const { url, stored } = await fapiClient.beginPushed({}, proof)
    const page = await new Browser().signIn(url, { ...user, until: isCallback })
    const response = await fapiClient.finish(page.url, stored, proof)
    assert.equal(response.token_type, 'dpop')
    assert.ok(await fapiClient.userInfo(response.access_token, response.claims().sub, proof))
  })
  await check('no secret: the client gets tokens for itself', async () =>
    assert.equal((await fapiClient.ownToken({}, proof)).token_type, 'dpop'))
  await check('no secret: a token request without a proof is rejected', () => rejected(fapiClient.ownToken(), 'invalid_dpop_proof'))
  await check('no secret: a request that was not pushed is rejected', async () => {
    const { url } = await fapiClient.begin()
    const response = await visit(url)
    const redirect = new URL(response.headers.get('location') ?? issuer)
    assert.ok(response.status === 400 || redirect.searchParams.get('error') === 'invalid_request', `${response.status} ${redirect}`)
  })
  await check('no secret: another key is rejected', async () => {
    const { privateKey: another } = await generateKeyPair('ES256')
    const impostor = await RelyingParty.discover({ issuer, clientId: 'fapi-client', privateKey: another })
    await assert.rejects(impostor.ownToken({}, await impostor.proof()), (rejection) => rejection.status === 401)
  })
}

export async function device() {
  const deviceAuthorization = await relyingParty.beginOnDevice(application.scope)
  await check('device: authorization is pending until a user enters the code (RFC 8628)', async () => {
    const response = await tokenRequest({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: deviceAuthorization.device_code,
    })
    assert.equal((await response.json()).error, 'authorization_pending')
  })
  await check('device: receives tokens after a user has entered the code in a browser', async () => {
    await new Browser().signIn(deviceAuthorization.verification_uri, { ...user, user_code: deviceAuthorization.user_code })
    const response = await relyingParty.finishOnDevice(deviceAuthorization)
    const information = await relyingParty.userInfo(response.access_token, response.claims().sub)
    assert.equal(information.preferred_username, user.username)
  })
}

export async function logout() {
  const { callback, stored, browser } = await signedIn()
  const { id_token: idToken } = await relyingParty.finish(callback, stored)
  await check('single sign-on: a signed-in browser gets a code without a page', async () => {
    const { url } = await relyingParty.begin({ prompt: 'none' })
    const page = await browser.open(url, { until: isCallback })
    assert.ok(page.url.searchParams.has('code'), `is at ${page.url}`)
  })
  await check('logout: redirects back with the state', async () => {
    const url = relyingParty.endSession(idToken, logoutUri, 'on-the-way')
    const page = await browser.open(url, { until: (address) => address.href.startsWith(logoutUri) })
    assert.equal(page.url.href, `${logoutUri}?state=on-the-way`)
  })
  await check('logout: the browser is no longer signed in', async () => {
    const { url } = await relyingParty.begin({ prompt: 'none' })
    const page = await browser.open(url, { until: isCallback })
    assert.equal(page.url.searchParams.get('error'), 'login_required', `is at ${page.url}`)
  })
}
