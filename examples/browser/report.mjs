// Prints the result of each check, and the number of passed checks at the end.

import assert from 'node:assert/strict'

let passed = 0
let failed = 0

/** Runs checks that depend on each other; an exception that stops them counts as one failed check. */
export async function part(checks) {
  try {
    await checks()
  } catch (reason) {
    failed++
    console.log(`FAILED  ${checks.name || 'a part'} was stopped by an exception`)
    console.log(`        ${describe(reason)}`)
  }
}

/** Runs one check, which passes if it ends without an exception. Returns the result of the attempt. */
export async function check(sentence, attempt) {
  try {
    const result = await attempt()
    passed++
    console.log(`ok      ${sentence}`)
    return result
  } catch (reason) {
    failed++
    console.log(`FAILED  ${sentence}`)
    console.log(`        ${describe(reason)}`)
  }
}

/** Ends the program with status 0 if all checks passed, otherwise 1. */
export function summary() {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/** Repeats an attempt four times a second until it ends without an exception or the time limit is reached. */
export async function within(seconds, attempt) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (reason) {
      if (Date.now() > end) throw reason
      await pause(0.25)
    }
  }
}

export function pause(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}

/** Returns a required environment variable. */
export function setting(name) {
  const value = process.env[name]
  assert.ok(value, `set ${name}`)
  return value
}

function describe(reason) {
  const details = [reason.error, reason.error_description, reason.code, reason.message, reason.cause?.message]
  return [...new Set(details.filter(Boolean))].join(' | ').replaceAll('\n', ' ')
}
