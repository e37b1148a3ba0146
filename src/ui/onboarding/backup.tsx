import type { TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../shared/button'
import { FileField } from '../shared/file-field'
import { PasswordField } from '../shared/password-field'
import { writeSize } from '../shared/sizes'
import { Notice, Progress } from '../shared/status'
import { Step } from './step'
import { useBringingBack } from './use-bringing-back'
import { words } from './words'

/** Asks for a backup file and its passphrase, and opens the wallet that is in it. */
export function Backup({ onBroughtBack }: { readonly onBroughtBack: (madeAt: number) => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const { progress, fault, forget, begin } = useBringingBack()
  const fileInput = useRef<HTMLInputElement>(null)
  const passphraseInput = useRef<HTMLInputElement>(null)
  // What has to be changed has the focus; what was wrong is replaced by typing anew.
  useEffect(() => {
    if (fault?.about === 'file') fileInput.current?.focus()
    if (fault?.about !== 'passphrase') return
    passphraseInput.current?.focus()
    passphraseInput.current?.select()
  }, [fault])
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (file !== null && passphrase !== '') begin(file, passphrase, onBroughtBack)
  }
  const choose = (chosen: File | null) => {
    setFile(chosen)
    forget()
  }
  const type = (typed: string) => {
    setPassphrase(typed)
    forget()
  }
  const text = words.backup
  const faultOf = (about: 'file' | 'passphrase') => (fault?.about === about ? fault.sentence : null)
  const noFile = tried && file === null ? text.fileEmpty : null
  const noPassphrase = tried && passphrase === '' ? text.passphraseEmpty : null
  return (
    <Step title={text.title} text={text.text}>
      <form class="stack" autocomplete="off" onSubmit={submit}>
        <FileField label={text.file} accept=".backup" onChoose={choose} error={noFile ?? faultOf('file')} inputRef={fileInput} />
        <PasswordField
          label={text.passphrase}
          value={passphrase}
          onInput={type}
          error={noPassphrase ?? faultOf('passphrase')}
          autocomplete="off"
          inputRef={passphraseInput}
        />
        <div class="outcome" role="alert">
          {fault?.about === 'neither' && <Notice level="stop">{fault.sentence}</Notice>}
        </div>
        <Button type="submit" look="primary" off={progress !== null}>
          {text.action}
        </Button>
        {progress !== null && <Progress soFar={text.soFar(writeSize(progress.read), writeSize(progress.whole))}>{text.working}</Progress>}
      </form>
    </Step>
  )
}
