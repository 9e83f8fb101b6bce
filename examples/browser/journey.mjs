// Visits web applications that sign users in through Signet: first one after the other, then all together.
// Usage: journey.mjs NAME=ADDRESS...; environment: SIGNET_ISSUER; SIGNET_USERNAME and SIGNET_PASSWORD of an account, SUBJECT its id,
// ROLE its one role. Each application shows the user in the elements "username", "subject", "roles" (optional) and "access-token" (a
// value that differs for each token), and has a link or a form "Log out". The applications refresh tokens a minute before they expire.
// The tokens here expire sooner, so each visit is a refresh.

import assert from 'node:assert/strict'
import { Browser } from './browser.mjs'
import { check, part, pause, setting, summary, within } from './report.mjs'

const issuer = setting('SIGNET_ISSUER')
const account = { issuer, username: setting('SIGNET_USERNAME'), password: setting('SIGNET_PASSWORD') }
const subject = setting('SUBJECT')
const role = setting('ROLE')
const applications = process.argv.slice(2).map((argument) => {
  const [name, address] = argument.split(/=(.*)/)
  return { name, address: new URL(address) }
})

const atSignet = (url) => url.origin === new URL(issuer).origin

for (const application of applications) await part(() => alone(application))
if (applications.length > 1) await part(together)
summary()

async function alone(application) {
  await asksSignet(application)
  const browser = await logsIn(application)
  await refreshes(application, browser)
  await logsOut(application, browser)
}

async function asksSignet({ name, address }) {
  await check(`${name}: redirects an unknown browser to Signet with code_challenge and state`, async () => {
    const { url } = await new Browser().open(address, { until: atSignet })
    assert.ok(atSignet(url), `is at ${url}`)
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256')
    assert.ok(url.searchParams.get('code_challenge') && url.searchParams.get('state'))
  })
}

async function logsIn({ name, address }) {
  const browser = new Browser()
  await check(`${name}: shows the user after the login`, async () => {
    showsTheAccount(await browser.signIn(address, account), address)
  })
  return browser
}

async function refreshes({ name, address }, browser) {
  await check(`${name}: refreshes the tokens at later visits without a page`, async () => {
    let before = (await browser.open(address)).text('access-token')
    for (let visit = 0; visit < 2; visit++) {
      await pause(1.1)
      const page = await browser.open(address, { until: atSignet })
      showsTheAccount(page, address)
      assert.notEqual(page.text('access-token'), before)
      before = page.text('access-token')
    }
  })
}

async function logsOut({ name, address }, browser) {
  await check(`${name}: the logout redirects to Signet and back`, async () => {
    const page = await logOut(browser, address)
    assert.equal(page.url.origin, address.origin, `is at ${page.url}`)
    assert.match(page.html, /Logged out/)
  })
  await check(`${name}: Signet asks for the password after the logout`, () => asksForPassword(browser, address))
}

/** One login and one logout for all applications: Signet notifies the others (OpenID Connect Back-Channel Logout). */
async function together() {
  const browser = new Browser()
  const [first, ...others] = applications
  await check(`${first.name}: a second login`, async () => {
    showsTheAccount(await browser.signIn(first.address, account), first.address)
  })
  for (const { name, address } of others) {
    await check(`${name}: a user who is signed in at ${first.name} is signed in without a form`, async () => {
      showsTheAccount(await browser.open(address), address)
    })
  }
  await logOut(browser, first.address)
  // Spring may keep a session if its page refreshes tokens while the logout token arrives. So no page is open in these seconds.
  await pause(3)
  for (const { name, address } of others) {
    await check(`${name}: the logout at ${first.name} ends the session here`, () =>
      // If the first notice fails, Signet repeats it after ten seconds.
      within(60, () => asksForPassword(browser, address)),
    )
  }
}

function showsTheAccount(page, address) {
  assert.equal(page.url.origin, address.origin, `is at ${page.url}: ${page.status} ${page.html.slice(0, 300)}`)
  assert.equal(page.status, 200, page.html.slice(0, 300))
  assert.equal(page.text('username'), account.username)
  assert.equal(page.text('subject'), subject)
  assert.equal(page.text('roles') ?? role, role)
}

async function logOut(browser, address) {
  const page = await browser.open(address)
  const link = page.link('Log out')
  const next = link ? await browser.open(link) : await page.mainForm().submit({})
  // Signet may ask the user to confirm the logout.
  return (atSignet(next.url) && next.mainForm()?.submit({})) || next
}

async function asksForPassword(browser, address) {
  const page = await browser.open(address)
  assert.ok(atSignet(page.url) && page.mainForm()?.asks('password'), `is at ${page.url}: ${page.status}`)
}
