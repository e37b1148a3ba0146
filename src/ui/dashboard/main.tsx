import { mount } from '../shared/mount'
import { Dashboard } from './dashboard'
import './dashboard.css'
import './history/history.css'
import './history/paper.css'
import './limits/limits.css'
import './narrow.css'
import './overview/overview.css'
import './privacy/export/export.css'
import './privacy/privacy.css'
import './security/security.css'
import './settings/settings.css'

mount(<Dashboard />)
