// Verifies Signet's access tokens with jose. The issuer is the only configuration.
// As a program, it reads one token per line from standard input and prints one result per line.
// Environment: SIGNET_ISSUER (default http://localhost:8080), SIGNET_AUDIENCE (default the issuer).

import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { createRemoteJWKSet, jwtVerify } from 'jose'

const issuer = process.env.SIGNET_ISSUER ?? 'http://localhost:8080'
const audience = process.env.SIGNET_AUDIENCE ?? issuer

// Caches the key set for ten minutes; fetches it again for an unknown key, at most every thirty seconds.
const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))

/** Returns the claims of a valid access token; throws a JOSEError of jose for any other text. */
export async function verify(token) {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    typ: 'at+jwt',
    // Always listed: a token must never choose its own algorithm.
    algorithms: ['RS256', 'ES256'],
    requiredClaims: ['exp', 'iat', 'sub'],
  })
  return payload
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      const claims = await verify(line.trim())
      console.log('accepted', claims.sub)
    } catch (rejection) {
      console.log('rejected', rejection.code, rejection.message)
    }
  }
}
