// node-oidc-provider with clients that act for themselves and clients that refresh. Arguments: port, start of the client secrets.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import http from 'node:http';
import { Provider } from 'oidc-provider';

const [port, secret] = process.argv.slice(2);
const algorithms = ['ES256', 'RS256'];

const jwk = (alg, pair) => ({ ...pair.privateKey.export({ format: 'jwk' }), kid: alg, alg, use: 'sig' });
const keys = [
  jwk('ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  jwk('RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })),
];

// The adapter of the package keeps 1,000 entries, so that sessions would be lost under load. This one keeps the newest of a grant.
const NEWEST = 8;
const entries = new Map();
const grants = new Map();
class MapAdapter {
  constructor(model) {
    this.model = model;
  }

  key(id) {
    return `${this.model}:${id}`;
  }

  async upsert(id, payload) {
    entries.set(this.key(id), payload);
    if (!payload.grantId) return;
    const keys = grants.get(payload.grantId) ?? [];
    if (!keys.includes(this.key(id))) keys.push(this.key(id));
    if (keys.length > NEWEST) entries.delete(keys.shift());
    grants.set(payload.grantId, keys);
  }

  async find(id) {
    return entries.get(this.key(id));
  }

  async findByUid() {}

  async findByUserCode() {}

  async consume(id) {
    entries.get(this.key(id)).consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId) {
    (grants.get(grantId) ?? []).forEach((key) => entries.delete(key));
    grants.delete(grantId);
  }
}

const clients = algorithms.flatMap((alg) => [
  {
    client_id: `service-${alg}`,
    client_secret: `${secret}-${alg}`,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    id_token_signed_response_alg: alg,
  },
  {
    client_id: `login-${alg}`,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: ['http://127.0.0.1/cb'],
    response_types: ['code'],
    id_token_signed_response_alg: alg,
  },
]);

const resource = (alg) => `urn:benchmark:${alg}`;
const algorithmOf = (id) => id.split(/[-:]/).at(-1);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  adapter: MapAdapter,
  jwks: { keys },
  clients,
  scopes: ['openid', 'offline_access', 'orders:read'],
  cookies: { keys: [randomBytes(16).toString('hex')] },
  rotateRefreshToken: true,
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx, client) => resource(algorithmOf(client.clientId)),
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, indicator) => ({
        scope: 'orders:read',
        audience: indicator,
        accessTokenTTL: 300,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: algorithmOf(indicator) } },
      }),
    },
  },
});

// A session without the pages of a sign-in: POST /benchmark/session?algorithm=ES256&user=user1 returns its refresh token.
async function session(parameters) {
  const alg = parameters.get('algorithm');
  const accountId = parameters.get('user');
  const client = await provider.Client.find(`login-${alg}`);
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope('offline_access');
  grant.addResourceScope(resource(alg), 'orders:read');
  const now = Math.floor(Date.now() / 1000);
  return new provider.RefreshToken({
    accountId,
    client,
    grantId: await grant.save(),
    scope: 'offline_access orders:read',
    gty: 'authorization_code',
    authTime: now,
    iiat: now,
    rotations: 0,
    resource: resource(alg),
  }).save();
}

const handle = provider.callback();
http
  .createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname === '/benchmark/session') response.end(`${await session(url.searchParams)}\n`);
    else handle(request, response);
  })
  .listen(port, '127.0.0.1');
