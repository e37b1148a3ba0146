/** Whether this runs in Firefox, by the address of the extension's own documents; the worker has one as well. */
export const isFirefox = (): boolean => 'location' in globalThis && location.protocol === 'moz-extension:'
