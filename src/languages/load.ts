import { offered, type Tag } from '../core/words/languages'
import type { Language } from './language'

declare const importScripts: ((...urls: string[]) => void) | undefined

/** Each language is a file of its own, which is read where it is spoken and nowhere else. It leaves its words under this name. */
export const handedOver = 'farthingLanguage'

/** Null for English, which is there already. Rejects where a file cannot be read. */
export async function languageOf(tag: Tag): Promise<Language | null> {
  if (tag === 'en') return null
  await readScript(fileOf(tag))
  return (globalThis as { [handedOver]?: Language })[handedOver] ?? null
}

const fileOf = (tag: Tag): string => `language-${tag}.js`

async function readScript(src: string): Promise<void> {
  // A worker has no document to load scripts with.
  if (typeof document === 'undefined') return importScripts?.(src)
  const script = Object.assign(document.createElement('script'), { src })
  const read = new Promise((resolve, reject) => {
    script.onload = resolve
    script.onerror = reject
  })
  document.head.append(script)
  await read
}

/** A service worker may read later only what it has read while it was installed. */
export function readAllWhileInstalling(): void {
  if (typeof document === 'undefined') addEventListener('install', () => importScripts?.(...offered.filter((tag: Tag) => tag !== 'en').map(fileOf)))
}
