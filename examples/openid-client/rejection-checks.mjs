// Requests that must be rejected, and the place where the error is returned.

import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { check } from '../browser/report.mjs'
import {
  isCallback,
  issuer,
  relyingParty,
  user,
  redirectUri,
  rejected,
  server,
  signedIn,
  tokenRequest,
  visit,
} from './stage.mjs'

export async function proofKey() {
  await check('PKCE: a wrong verifier is rejected', async () => {
    const { callback, stored } = await signedIn()
    const wrong = { ...stored, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    await rejected(relyingParty.finish(callback, wrong), 'invalid_grant')
  })
  await check('PKCE: a missing verifier is rejected', async () => {
    const { callback } = await signedIn()
    const response = await redeem({ code: callback.searchParams.get('code'), redirect_uri: redirectUri })
    assert.equal(response.status, 400)
  })
  await check('code: a redirect URI that differs from the authorization request is rejected', async () => {
    const { callback, stored } = await signedIn()
    const code = callback.searchParams.get('code')
    const response = await redeem({ code, redirect_uri: `${redirectUri}/x`, code_verifier: stored.pkceCodeVerifier })
    assert.equal(response.status, 400)
  })
}

function redeem(parameters) {
  return tokenRequest({ grant_type: 'authorization_code', ...parameters })
}

export async function redirectUris() {
  const url = new URL(redirectUri)
  const unregisteredUris = [
    `${redirectUri}/evil`,
    `${redirectUri}?x=1`,
    `${redirectUri}/../evil`,
    `${redirectUri}#fragment`,
    `${redirectUri}%0d%0aX:y`,
    `${redirectUri}\\@evil.test`,
    redirectUri.toUpperCase(),
    redirectUri.replace('://', '://evil@'),
    redirectUri.replace(url.host, `${url.host}.evil.test`),
    redirectUri.replace(url.pathname, `/${url.pathname}`),
    'http://evil.test/callback',
    '//evil.test/callback',
    'http://127.0.0.1%2f@evil.test/callback',
    'javascript:alert(1)',
  ]
  for (const unregisteredUri of unregisteredUris) {
    await check(`redirect URI: no redirect to ${unregisteredUri}`, async () => {
      const request = (await relyingParty.begin()).url
      request.searchParams.set('redirect_uri', unregisteredUri)
      assertNoRedirect(await visit(request))
    })
  }
  await check('redirect URI: no redirect if there are two', async () => {
    const request = (await relyingParty.begin()).url
    request.searchParams.append('redirect_uri', 'http://evil.test/')
    assertNoRedirect(await visit(request))
  })
}

function assertNoRedirect(response) {
  assert.equal(response.status, 400)
  assert.equal(response.headers.get('location'), null)
}

export async function rejectedRequests() {
  const rejections = [
    ['a missing proof key', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a plain proof key', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['a hybrid flow', { response_type: 'id_token token' }, 'unsupported_response_type'],
    ['prompt=none without a signed-in user', { prompt: 'none' }, 'login_required'],
  ]
  for (const [what, parameters, error] of rejections) {
    await check(`authorization: ${what} is reported to the client as ${error}`, async () => {
      const { url, stored } = await relyingParty.begin()
      for (const [name, value] of Object.entries(parameters)) {
        if (value === undefined) url.searchParams.delete(name)
        else url.searchParams.set(name, value)
      }
      const redirect = new URL((await visit(url)).headers.get('location'))
      assert.ok(isCallback(redirect), `is sent to ${redirect}`)
      const response = Object.fromEntries(redirect.searchParams)
      assert.deepEqual([response.error, response.state, response.iss], [error, stored.expectedState, issuer])
    })
  }
}

export async function unsupportedFeatures() {
  await check('token endpoint: rejects the password grant, and responses are not cached', async () => {
    const { username, password } = user
    const response = await tokenRequest({ grant_type: 'password', username, password })
    assert.equal(response.status, 400)
    assert.equal((await response.json()).error, 'unsupported_grant_type')
    assert.match(response.headers.get('cache-control'), /no-store/)
  })
  await check('token endpoint: rejects GET', async () => {
    const response = await fetch(`${server.token_endpoint}?grant_type=client_credentials`)
    assert.equal(response.status, 405)
  })
}
