// Signs users in through Signet with openid-client: the steps of an application, in their order.

import * as client from 'openid-client'

export class RelyingParty {
  /** Reads the metadata of Signet. The application needs no configuration except its registration. */
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

  /** Returns the URL for the browser, and the values to store in the user's session until the browser returns. */
  async begin(parameters = {}) {
    const stored = {
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
      expectedState: client.randomState(),
      expectedNonce: client.randomNonce(),
    }
    const request = {
      redirect_uri: this.redirectUri,
      scope: this.scope,
      state: stored.expectedState,
      nonce: stored.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(stored.pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...parameters,
    }
    return { url: client.buildAuthorizationUrl(this.configuration, request), request, stored }
  }

  /** Like begin(), with a pushed request (RFC 9126): the URL for the browser contains only a reference. */
  async beginPushed(parameters, options) {
    const { request, stored } = await this.begin(parameters)
    return { url: await client.buildAuthorizationUrlWithPAR(this.configuration, request, options), stored }
  }

  /** Binds tokens to a key of the application (RFC 9449); passed as an option to requests. */
  async proof() {
    return { DPoP: client.getDPoPHandle(this.configuration, await client.randomDPoPKeyPair('ES256')) }
  }

  /** Returns the tokens after the browser has returned; verifies issuer, state, nonce and the ID Token. */
  finish(callback, stored, options) {
    return client.authorizationCodeGrant(this.configuration, callback, { ...stored, idTokenExpected: true }, {}, options)
  }

  refresh(refreshToken, parameters, options) {
    return client.refreshTokenGrant(this.configuration, refreshToken, parameters, options)
  }

  userInfo(accessToken, subject, options) {
    return client.fetchUserInfo(this.configuration, accessToken, subject, options)
  }

  /** For devices without a keyboard (RFC 8628): returns the code to show and the URL where the user enters it. */
  beginOnDevice(scope) {
    return client.initiateDeviceAuthorization(this.configuration, { scope })
  }

  /** Polls until the user has decided. */
  finishOnDevice(deviceAuthorization) {
    return client.pollDeviceAuthorizationGrant(this.configuration, deviceAuthorization)
  }

  /** For programs: returns a token of the application itself. */
  ownToken(parameters, options) {
    return client.clientCredentialsGrant(this.configuration, parameters, options)
  }

  introspect(token) {
    return client.tokenIntrospection(this.configuration, token)
  }

  revoke(token) {
    return client.tokenRevocation(this.configuration, token)
  }

  /** Returns the URL to which the browser is redirected to log out of Signet too. */
  endSession(idToken, returnTo, state) {
    return client.buildEndSessionUrl(this.configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: returnTo,
      state,
    })
  }
}
