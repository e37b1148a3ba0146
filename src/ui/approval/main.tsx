import { mount } from '../shared/mount'
import './approval.css'
import { approvalId } from './state'
import { Approval } from './view'

mount(<Approval id={approvalId(location.search)} />)
