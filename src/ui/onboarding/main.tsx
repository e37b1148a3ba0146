import { mount } from '../shared/mount'
import './onboarding.css'
import { Onboarding } from './onboarding'

mount(<Onboarding />)
