import { useEffect, useId, useState } from 'preact/hooks'
import { noticeKinds } from '../../../core/notices/kinds'
import type { Settings } from '../../../messaging/views'
import { areNoticesAllowed, askForNotices, giveNoticesBack } from '../../shared/choose-notices'
import { Notice } from '../../shared/status'
import { words } from '../words'
import { Check } from './controls'
import type { Choice } from './use-change'
import { words as signals } from './words'

interface NoticesProps {
  readonly settings: Settings
  /** What the worker last told: a new one may mean that the browser allows something else now. */
  readonly kept: Settings
  readonly change: (choice: Choice) => void
}

/** Whether Farthing may say something outside every page: the browser's own permission, and kept nowhere else. And of what it does. */
export function Notices({ settings, kept, change }: NoticesProps) {
  const [allowed, setAllowed] = useState(false)
  const [declined, setDeclined] = useState(false)
  const look = () => areNoticesAllowed().then(setAllowed)
  useEffect(() => void look(), [kept])
  const choose = (wanted: boolean) => {
    setAllowed(wanted)
    const done = wanted ? askForNotices() : giveNoticesBack()
    void done.then((reached) => {
      setDeclined(wanted && !reached)
      return look()
    })
  }
  return (
    <>
      <Check label={words.settings.notices} text={words.settings.noticesText} checked={allowed} onChange={choose} />
      <div role="status">{declined && <Notice level="note">{words.settings.noticesDeclined}</Notice>}</div>
      {allowed && <Kinds settings={settings} change={change} />}
    </>
  )
}

function Kinds({ settings: { quiet }, change }: Pick<NoticesProps, 'settings' | 'change'>) {
  const name = useId()
  return (
    <fieldset class="choices">
      <legend>{signals.kindsLegend}</legend>
      {noticeKinds.map((kind) => (
        <div key={kind} class="check">
          <input
            id={`${name}-${kind}`}
            type="checkbox"
            checked={!quiet.includes(kind)}
            onChange={(event) => change({ quiet: event.currentTarget.checked ? quiet.filter((one) => one !== kind) : [...quiet, kind] })}
          />
          <label for={`${name}-${kind}`}>{signals.kinds[kind]}</label>
        </div>
      ))}
      <p class="small quiet">{signals.always}</p>
    </fieldset>
  )
}
