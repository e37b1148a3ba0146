import { mount } from '../shared/mount'
import './popup.css'
import { Popup } from './view'

void mount(() => <Popup />)
