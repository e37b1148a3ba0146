import { buildScripts } from '../../scripts/creator'

/** Before all tests: the scripts that sites of the creator kit serve are as their source is. A fifth of a second. */
export default buildScripts
