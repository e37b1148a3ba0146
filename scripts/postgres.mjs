import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The folder with PostgreSQL's own programs, or null. Debian keeps them out of the path, one folder a version: the newest is taken.
 * @returns {string | null}
 */
export function findPostgres() {
  const places = [process.env.POSTGRES_BIN, ...debians(), ...(process.env.PATH ?? '').split(delimiter), '/opt/homebrew/bin']
  return places.find((place) => place && ['initdb', 'postgres'].every((program) => existsSync(join(place, program)))) ?? null
}

/** @returns {string[]} */
function debians() {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return []
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'))
}
