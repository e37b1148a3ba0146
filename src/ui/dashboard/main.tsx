import { mount } from '../shared/mount'
import { Dashboard } from './dashboard'
import './dashboard.css'

mount(<Dashboard />)
