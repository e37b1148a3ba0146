import { mount } from '../shared/mount'
import './onboarding.css'
import { Onboarding } from './onboarding'
import { words } from './words'

void mount(() => <Onboarding />, () => words.window)
