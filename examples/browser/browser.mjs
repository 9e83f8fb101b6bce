// A headless browser without JavaScript: the cookies, redirects, links and forms that a login needs.

import http from 'node:http'
import https from 'node:https'

const MAX_REDIRECTS = 20

export class Browser {
  #cookies = new Map()

  /** Opens a URL and follows redirects until `until` returns true for the next URL. */
  async open(address, { form, origin, until = () => false } = {}) {
    let url = new URL(address)
    for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
      if (until(url)) return new Page(this, url, { sent: form })
      const response = await send(url, form, origin, this.#cookiesFor(url))
      this.#remember(url, response.headers['set-cookie'] ?? [])
      if (!(response.status >= 300 && response.status < 400 && response.headers.location)) {
        return new Page(this, url, response)
      }
      url = new URL(response.headers.location, url)
      // 307 and 308 repeat the method and the form; after all other redirects a browser uses GET.
      if (response.status < 307) form = undefined
    }
    throw new Error(`more than ${MAX_REDIRECTS} redirects, the last to ${url}`)
  }

  /** Opens a URL and submits each form of the issuer with the known values. Returns the first page without such a form. */
  async signIn(address, { issuer, until, ...known }) {
    let page = await this.open(address, { until })
    for (let step = 0; step < 5; step++) {
      const form = page.url.origin === new URL(issuer).origin ? page.mainForm() : undefined
      if (!form || page.status >= 400) return page
      page = await form.submit(known, { until })
    }
    throw new Error(`still a form at ${page.url}`)
  }

  #cookiesFor(url) {
    return [...this.#cookies.values()]
      .filter((cookie) => cookie.host === url.hostname && isUnder(url.pathname, cookie.path))
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ')
  }

  #remember(url, headers) {
    for (const header of headers) {
      const cookie = readCookie(url, header)
      const key = `${cookie.host} ${cookie.path} ${cookie.name}`
      if (cookie.expired) this.#cookies.delete(key)
      else this.#cookies.set(key, cookie)
    }
  }
}

/** The current page. If the browser stopped before a request, `sent` is the form that it did not send, and there is no status. */
export class Page {
  constructor(browser, url, { status, body = '', sent }) {
    this.browser = browser
    this.url = url
    this.status = status
    this.html = body
    this.sent = sent
  }

  forms() {
    return [...this.html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].map(
      ([, tag, content]) => new Form(this, attributes(tag), content),
    )
  }

  /** Returns the form with a password field, otherwise the first form that is sent by POST. */
  mainForm() {
    const forms = this.forms()
    return forms.find((form) => form.asks('password')) ?? forms.find((form) => form.method === 'post')
  }

  /** Returns the text of the element with an id. */
  text(id) {
    const found = new RegExp(`<[^>]* id="${id}"[^>]*>([^<]*)<`).exec(this.html)
    return found ? unescape(found[1]).trim() : undefined
  }

  /** Returns the URL of the link with a text. */
  link(text) {
    for (const [, tag, content] of this.html.matchAll(/<a\b([^>]*)>([^<]*)<\/a>/gi)) {
      if (content.trim() === text) return new URL(attributes(tag).href, this.url)
    }
  }
}

class Form {
  constructor(page, { action, method = 'get' }, content) {
    this.page = page
    this.action = new URL(action || page.url, page.url)
    this.method = method.toLowerCase()
    this.inputs = [...content.matchAll(/<(input|button)\b([^>]*)>/gi)].map(([, element, tag]) => ({
      type: element.toLowerCase() === 'button' ? 'submit' : 'text',
      value: '',
      ...attributes(tag),
    }))
  }

  asks(type) {
    return this.inputs.some((input) => input.type === type)
  }

  /** Fills in the known values by field name and presses the first button, which never declines. */
  submit(known, options) {
    const button = this.inputs.find((input) => input.type === 'submit')
    const sent = new URLSearchParams()
    for (const input of this.inputs) {
      if (!input.name || (input.type === 'submit' && input !== button)) continue
      if (input.type === 'checkbox' && !('checked' in input)) continue
      sent.append(input.name, known[input.name] ?? input.value)
    }
    if (this.method === 'post') {
      return this.page.browser.open(this.action, { form: sent, origin: this.page.url.origin, ...options })
    }
    const target = new URL(this.action)
    target.search = sent
    return this.page.browser.open(target, options)
  }
}

/** Uses node:http: fetch marks each request as sent by a script, which a login page may reject. */
function send(url, form, origin, cookies) {
  const body = form?.toString()
  const headers = {
    accept: 'text/html',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    ...(cookies && { cookie: cookies }),
    ...(form && {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }),
  }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, { method: form ? 'POST' : 'GET', headers })
    request.setTimeout(20_000, () => request.destroy(new Error(`no response from ${url}`)))
    request.on('error', reject)
    request.on('response', async (response) => {
      try {
        const parts = await response.toArray()
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() })
      } catch (error) {
        reject(error)
      }
    })
    request.end(body)
  })
}

/** Parses one Set-Cookie header (RFC 6265); ignores an invalid `__Host-` cookie, as browsers do. */
function readCookie(url, header) {
  const [pair, ...rest] = header.split(';').map((part) => part.trim())
  const [name, value] = splitAt(pair, '=')
  const flags = Object.fromEntries(rest.map((part) => splitAt(part, '=')).map(([key, text]) => [key.toLowerCase(), text]))
  if (name.startsWith('__Host-') && !('secure' in flags && flags.path === '/' && !('domain' in flags))) {
    throw new Error(`browsers reject this cookie: ${name}`)
  }
  const expired = 'max-age' in flags ? flags['max-age'] <= 0 : 'expires' in flags && Date.parse(flags.expires) <= Date.now()
  return { host: url.hostname, path: flags.path || '/', name, value, expired }
}

function isUnder(path, folder) {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

function splitAt(text, separator) {
  const position = text.indexOf(separator)
  return position < 0 ? [text, ''] : [text.slice(0, position), text.slice(position + 1)]
}

function attributes(tag) {
  const found = tag.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)
  return Object.fromEntries(
    [...found].map(([, name, ...values]) => [name.toLowerCase(), unescape(values.find((value) => value !== undefined) ?? '')]),
  )
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hexadecimal, decimal, name) => {
    if (name) return ENTITIES[name] ?? entity
    return String.fromCodePoint(hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal))
  })
}
