import { createHash } from 'node:crypto'
import { listen, loopback } from '../../demo/world/listen'
import { testRelease } from '../../demo/policy/released'
import type { Documents, Feeds, Policy, Root } from '../../src/core/policy/documents'
import { readEnvelope } from '../../src/core/policy/envelope'
import { feedsOf, keepers, machine, policyOf, rootOf, seconds, signed, writers, type TestKey } from '../../src/core/policy/policy.fixtures'
import { nameServer } from './host-log'

const day = 24 * 3_600_000

/** A host of files that those who keep the keys of the tests publish on. What it is asked for is what it was given, or 404. */
export class PolicyHost {
  readonly #files = new Map<string, string>()
  #heads = { policy: testRelease.policy.hash, feeds: testRelease.feeds.hash }
  #seq = { policy: 1, feeds: 1 }
  #root = 1
  /** Nobody answers. */
  gone = false

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<PolicyHost> {
    const box: { host: PolicyHost | null } = { host: null }
    const { port, close } = await listen((request, response) => {
      const isGone = box.host?.gone === true
      const text = isGone ? undefined : box.host?.read((request.url ?? '').slice(1))
      response.writeHead(isGone ? 503 : text === undefined ? 404 : 200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' })
      response.end(text ?? '')
    })
    const host = new PolicyHost(`http://${loopback}:${port}/`, close)
    box.host = host
    await nameServer(host.url, 'the policy host')
    return host
  }

  read(file: string): string | undefined {
    return this.#files.get(file)
  }

  /** Puts up whatever is given, as anybody who has the host could. */
  put(file: string, text: string): void {
    this.#files.set(file, text)
  }

  /** A file that a policy names. */
  file(folder: 'models' | 'texts', body: string, version: string): { version: string; sha256: string; bytes: number } {
    const sha256 = createHash('sha256').update(body).digest('hex')
    this.put(`${folder}/${sha256}.${folder === 'models' ? 'json' : 'txt'}`, body)
    return { version, sha256, bytes: Buffer.byteLength(body) }
  }

  /** The next policy, signed by two. */
  policy(more: Partial<Policy>, by: readonly TestKey[] = writers.slice(0, 2)): string {
    return this.#publish('policy', policyOf(this.#seq.policy + 1, this.#heads.policy, { rootVersion: this.#root, ...times(89), ...more }), by)
  }

  feeds(more: Partial<Feeds>): string {
    return this.#publish('feeds', feedsOf(this.#seq.feeds + 1, this.#heads.feeds, { rootVersion: this.#root, ...times(6), ...more }), machine)
  }

  /** Other people, vouched for by those before them. */
  rotate(people: { readonly root: readonly TestKey[]; readonly policy: readonly TestKey[]; readonly feeds: readonly TestKey[] }, more: Partial<Root> = {}): void {
    this.#root += 1
    const own = { root: [...people.root], policy: [...people.policy], feeds: [...people.feeds] }
    this.put(`root/${this.#root}.json`, signed('root', rootOf(this.#root, { ...times(700), ...more }, own), keepers.slice(0, 2)))
    // Where the keys of a role change, its numbers begin again at the release.
    this.#seq.policy = 1
    this.#heads.policy = testRelease.policy.hash
  }

  #publish<R extends 'policy' | 'feeds'>(role: R, document: Documents[R], by: readonly TestKey[]): string {
    const text = signed(role, document, by)
    const read = readEnvelope(role, text)
    if (!read.ok) throw new Error(`what was to be published is ${read.error}`)
    this.#seq[role] = document.seq
    this.#heads[role] = read.value.hash
    this.put(`${role}.json`, text)
    return text
  }
}

const times = (days: number) => ({ issued: seconds(Date.now() - day / 2), expires: seconds(Date.now() + days * day) })
