// Logs people in through Signet with openid-client: what an application does, in the order it does it.

import * as client from 'openid-client'

export class RelyingParty {
  /** Reads what Signet says of itself; everything else follows from that and from what the application was registered with. */
  static async discover({ issuer, clientId, clientSecret, privateKey, redirectUri, scope }) {
    const authentication = privateKey ? client.PrivateKeyJwt(privateKey) : client.ClientSecretBasic(clientSecret)
    const execute = new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : []
    const configuration = await client.discovery(new URL(issuer), clientId, undefined, authentication, { execute })
    return new RelyingParty(configuration, redirectUri, scope)
  }

  constructor(configuration, redirectUri, scope) {
    this.configuration = configuration
    this.redirectUri = redirectUri
    this.scope = scope
  }

  get server() {
    return this.configuration.serverMetadata()
  }

  /** Where to send the browser, and what to keep in the user's session until it is back. */
  async begin(parameters = {}) {
    const kept = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedState: client.randomState(),
      expectedNonce: client.randomNonce(),
    }
    const request = {
      redirect_uri: this.redirectUri,
      scope: this.scope,
      state: kept.expectedState,
      nonce: kept.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...parameters,
    }
    return { url: client.buildAuthorizationUrl(this.configuration, request), request, kept }
  }

  /** The same, sent to Signet beforehand (RFC 9126): the browser carries nothing but a reference. */
  async beginPushed(parameters, options) {
    const { request, kept } = await this.begin(parameters)
    return { url: await client.buildAuthorizationUrlWithPAR(this.configuration, request, options), kept }
  }

  /** Binds tokens to a key of the application's own (RFC 9449); goes along as an option. */
  async proof() {
    return { DPoP: client.getDPoPHandle(this.configuration, await client.randomDPoPKeyPair('ES256')) }
  }

  /** The tokens, once the browser is back: issuer, state, nonce and the ID Token are all looked at. */
  finish(callback, kept, options) {
    return client.authorizationCodeGrant(this.configuration, callback, { ...kept, idTokenExpected: true }, {}, options)
  }

  refresh(refreshToken, parameters, options) {
    return client.refreshTokenGrant(this.configuration, refreshToken, parameters, options)
  }

  userInfo(accessToken, subject, options) {
    return client.fetchUserInfo(this.configuration, accessToken, subject, options)
  }

  /** For devices without a keyboard (RFC 8628): what to show, and the address where the person enters it. */
  beginOnDevice(scope) {
    return client.initiateDeviceAuthorization(this.configuration, { scope })
  }

  /** Asks until the person has decided. */
  finishOnDevice(begun) {
    return client.pollDeviceAuthorizationGrant(this.configuration, begun)
  }

  /** For programs: a token of the application's own. */
  ownToken(parameters, options) {
    return client.clientCredentialsGrant(this.configuration, parameters, options)
  }

  introspect(token) {
    return client.tokenIntrospection(this.configuration, token)
  }

  revoke(token) {
    return client.tokenRevocation(this.configuration, token)
  }

  /** Where to send the browser to log out of Signet too. */
  endSession(idToken, returnTo, state) {
    return client.buildEndSessionUrl(this.configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
      state,
    })
  }
}
