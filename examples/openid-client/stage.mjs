// The client, the user and the browser of the checks, and their common steps.
// Environment: SIGNET_ISSUER; SIGNET_USERNAME and SIGNET_PASSWORD of an account; SIGNET_ADMIN_TOKEN, an administrator's access token;
// CLIENT_ID and CLIENT_SECRET of a client with REDIRECT_URI and LOGOUT_URI that may refresh tokens and use the device
// grant; SERVICE_ID and SERVICE_SECRET of a client that gets tokens for itself.

import assert from 'node:assert/strict'
import { Browser } from '../browser/browser.mjs'
import { setting } from '../browser/report.mjs'
import { RelyingParty } from './relying-party.mjs'

export const issuer = setting('SIGNET_ISSUER')
export const redirectUri = setting('REDIRECT_URI')
export const logoutUri = setting('LOGOUT_URI')
export const user = { issuer, username: setting('SIGNET_USERNAME'), password: setting('SIGNET_PASSWORD') }
export const application = {
  issuer,
  clientId: setting('CLIENT_ID'),
  clientSecret: setting('CLIENT_SECRET'),
  redirectUri,
  scope: 'openid profile email offline_access',
}
export const service = { issuer, clientId: setting('SERVICE_ID'), clientSecret: setting('SERVICE_SECRET') }

export const relyingParty = await RelyingParty.discover(application)
export const serviceParty = await RelyingParty.discover(service)
export const server = relyingParty.server

const administrator = setting('SIGNET_ADMIN_TOKEN')

/** Signs in with a new browser. */
export async function signedIn(parameters, browser = new Browser()) {
  const { url, stored } = await relyingParty.begin(parameters)
  const page = await browser.signIn(url, { ...user, until: isCallback })
  assert.ok(isCallback(page.url), `is at ${page.url}: ${page.status} ${page.html.slice(0, 300)}`)
  return { callback: page.url, stored, browser }
}

export async function tokens() {
  const { callback, stored } = await signedIn()
  return relyingParty.finish(callback, stored)
}

export function isCallback(url) {
  return url.href.startsWith(redirectUri)
}

export function visit(url) {
  return fetch(url, { redirect: 'manual' })
}

export function tokenRequest(parameters) {
  const credentials = [application.clientId, application.clientSecret].map(encodeURIComponent).join(':')
  return fetch(server.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(credentials)}` },
    body: new URLSearchParams(parameters),
  })
}

export async function userInfoStatus(token) {
  const response = await fetch(server.userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } })
  return response.status
}

export async function register(metadata) {
  const response = await fetch(new URL('/admin/clients', issuer), {
    method: 'POST',
    headers: { authorization: `Bearer ${administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify(metadata),
  })
  assert.equal(response.status, 201, await response.text())
}

/** Asserts that Signet rejects a request with one of these errors. */
export function rejected(request, ...errors) {
  return assert.rejects(request, (rejection) => {
    assert.ok(errors.includes(rejection.error), `${rejection.error ?? rejection.code}: ${rejection.message}`)
    return true
  })
}
