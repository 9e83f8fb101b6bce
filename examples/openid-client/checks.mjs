// Checks Signet with a certified relying party: expected flows, and requests that must be rejected. Environment: see stage.mjs.

import { part, summary } from '../browser/report.mjs'
import { device, discovery, login, logout, pushedRequest, withoutSecrets } from './login-checks.mjs'
import { proofKey, redirectUris, rejectedRequests, unsupportedFeatures } from './rejection-checks.mjs'
import { boundTokens, clientCredentials, introspection, refresh, replayedCode, revocation } from './token-checks.mjs'

const everything = [
  ...[discovery, login, pushedRequest, withoutSecrets, device],
  ...[clientCredentials, replayedCode, introspection, refresh, revocation, boundTokens],
  ...[proofKey, redirectUris, rejectedRequests, unsupportedFeatures],
  logout,
]
for (const checks of everything) await part(checks)
summary()
