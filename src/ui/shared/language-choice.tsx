import { useEffect, useState } from 'preact/hooks'
import { chosenLanguage, languages, offered, type Choice } from '../../core/words/languages'
import { browserLanguages, chooseLanguage, readLanguage } from '../../platform/language'
import { en as words } from '../words/en'
import { Select, type Option } from './select'

/** In which language everything is said: the browser's, or one by the name that its own readers give it. */
export function LanguageChoice({ text }: { readonly text?: string }) {
  const [choice, setChoice] = useState<Choice>('browser')
  useEffect(() => void readLanguage().then(setChoice), [])
  const choose = (next: Choice) => {
    setChoice(next)
    void chooseLanguage(next)
  }
  return <Select label={words.language.label} text={text} value={choice} options={options()} onChoose={choose} />
}

const options = (): readonly Option<Choice>[] => [
  { value: 'browser', label: words.language.browser(languages[chosenLanguage('browser', browserLanguages()).tag].name) },
  ...offered.map((tag) => ({ value: tag, label: languages[tag].name })),
]
