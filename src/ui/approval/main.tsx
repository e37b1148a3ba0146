import { mount } from '../shared/mount'
import { en as words } from '../words/en'
import './approval.css'
import { approvalId } from './state'
import { Approval } from './view'

void mount(() => <Approval id={approvalId(location.search)} />, () => words.approval.window)
