// Holds a Signet to what a certified relying party expects of it, and to what it must refuse. Environment: see stage.mjs.

import { part, summary } from '../browser/report.mjs'
import { device, discovery, login, logout, pushedRequest, withoutSecrets } from './login-checks.mjs'
import { proofKey, redirectUris, refusedRequests, whatIsNotThere } from './refusal-checks.mjs'
import { boundTokens, clientCredentials, introspection, refresh, replayedCode, revocation } from './token-checks.mjs'

const everything = [
  ...[discovery, login, pushedRequest, withoutSecrets, device],
  ...[clientCredentials, replayedCode, introspection, refresh, revocation, boundTokens],
  ...[proofKey, redirectUris, refusedRequests, whatIsNotThere],
  logout,
]
for (const checks of everything) await part(checks)
summary()
