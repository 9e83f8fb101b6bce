// Requests that must be rejected, and the place where the error is returned.

import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { check } from '../browser/report.mjs'
import {
  isCallback,
  issuer,
  party,
  person,
  redirectUri,
  refused,
  server,
  signedIn,
  tokenRequest,
  visit,
} from './stage.mjs'

export async function proofKey() {
  await check('PKCE: a wrong verifier is rejected', async () => {
    const { callback, kept } = await signedIn()
    const wrong = { ...kept, pkceCodeVerifier: client.randomPKCECodeVerifier() }
    await refused(party.finish(callback, wrong), 'invalid_grant')
  })
  await check('PKCE: a missing verifier is rejected', async () => {
    const { callback } = await signedIn()
    const answer = await redeem({ code: callback.searchParams.get('code'), redirect_uri: redirectUri })
    assert.equal(answer.status, 400)
  })
  await check('code: a redirect URI that differs from the authorization request is rejected', async () => {
    const { callback, kept } = await signedIn()
    const code = callback.searchParams.get('code')
    const answer = await redeem({ code, redirect_uri: `${redirectUri}/x`, code_verifier: kept.pkceCodeVerifier })
    assert.equal(answer.status, 400)
  })
}

function redeem(parameters) {
  return tokenRequest({ grant_type: 'authorization_code', ...parameters })
}

export async function redirectUris() {
  const url = new URL(redirectUri)
  const strangers = [
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
  for (const stranger of strangers) {
    await check(`redirect URI: no redirect to ${stranger}`, async () => {
      const request = (await party.begin()).url
      request.searchParams.set('redirect_uri', stranger)
      staysHere(await visit(request))
    })
  }
  await check('redirect URI: no redirect if there are two', async () => {
    const request = (await party.begin()).url
    request.searchParams.append('redirect_uri', 'http://evil.test/')
    staysHere(await visit(request))
  })
}

function staysHere(answer) {
  assert.equal(answer.status, 400)
  assert.equal(answer.headers.get('location'), null)
}

export async function refusedRequests() {
  const refusals = [
    ['no proof key', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a proof key by plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['a hybrid flow', { response_type: 'id_token token' }, 'unsupported_response_type'],
    ['a login where nobody may be asked', { prompt: 'none' }, 'login_required'],
  ]
  for (const [what, parameters, error] of refusals) {
    await check(`authorization: ${what} is reported to the client as ${error}`, async () => {
      const { url, kept } = await party.begin()
      for (const [name, value] of Object.entries(parameters)) {
        if (value === undefined) url.searchParams.delete(name)
        else url.searchParams.set(name, value)
      }
      const told = new URL((await visit(url)).headers.get('location'))
      assert.ok(isCallback(told), `is sent to ${told}`)
      const answer = Object.fromEntries(told.searchParams)
      assert.deepEqual([answer.error, answer.state, answer.iss], [error, kept.expectedState, issuer])
    })
  }
}

export async function whatIsNotThere() {
  await check('token endpoint: rejects the password grant, and responses are not cached', async () => {
    const { username, password } = person
    const answer = await tokenRequest({ grant_type: 'password', username, password })
    assert.equal(answer.status, 400)
    assert.equal((await answer.json()).error, 'unsupported_grant_type')
    assert.match(answer.headers.get('cache-control'), /no-store/)
  })
  await check('token endpoint: rejects GET', async () => {
    const answer = await fetch(`${server.token_endpoint}?grant_type=client_credentials`)
    assert.equal(answer.status, 405)
  })
}
