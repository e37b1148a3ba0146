import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../../platform/browser'
import { Button } from '../../shared/button'
import { words } from './words'
import { Group } from './controls'

/** By the manifest's names of them. */
const nameOf = (command: string): string | null => ({ _execute_action: words.keys.names.open, lock: words.keys.names.lock, history: words.keys.names.history })[command] ?? null

interface Keys {
  readonly command: string
  readonly shortcut: string
}

/** Which keys there are now. They belong to the browser, which changes them in a page of its own. */
export function KeysGroup() {
  const [keys, setKeys] = useState<readonly Keys[]>([])
  const [byHand, setByHand] = useState(false)
  useEffect(() => {
    const look = () => void readKeys().then(setKeys)
    look()
    // Whoever comes back from the browser's page may have changed them.
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  const text = words.keys
  return (
    <Group title={text.title}>
      <p class="small quiet">{text.text}</p>
      <dl class="keys">
        {keys.map(({ command, shortcut }) => (
          <div key={command}>
            <dt>{nameOf(command)}</dt>
            <dd class={shortcut === '' ? 'quiet' : undefined}>{shortcut === '' ? text.none : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <Button onClick={() => void changeKeys().then((isOpen) => setByHand(!isOpen))}>{text.change}</Button>
      </div>
      <div role="status">{byHand && <p class="small quiet">{text.byHand}</p>}</div>
    </Group>
  )
}

async function readKeys(): Promise<readonly Keys[]> {
  const all = await browser.commands.getAll().catch(() => [])
  return all.flatMap(({ name, shortcut }) => (name !== undefined && nameOf(name) !== null ? [{ command: name, shortcut: shortcut ?? '' }] : []))
}

/** Opens the browser's own page for it. False where no extension can. */
async function changeKeys(): Promise<boolean> {
  try {
    const { commands }: { readonly commands: Partial<typeof browser.commands> } = browser
    if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings()
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
    return true
  } catch {
    return false
  }
}
