import { useEffect, useState } from 'preact/hooks'
import { areNoticesAllowed, askForNotices, giveNoticesBack } from '../../shared/choose-notices'
import { Notice } from '../../shared/status'
import { words } from '../words'
import { Check } from './controls'

/** Whether Farthing may say something outside every page. It is the browser's own permission, and kept nowhere else. */
export function Notices() {
  const [allowed, setAllowed] = useState(false)
  const [declined, setDeclined] = useState(false)
  const look = () => areNoticesAllowed().then(setAllowed)
  useEffect(() => void look(), [])
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
    </>
  )
}
