/** A key service for any runtime with web-standard requests: `openKeyService(…).handle(request)`. */
export { generateServiceKey, readServiceKey, type ServiceKey } from './sealed/service-key'
export { Memory } from './sealed/service/memory'
export { openKeyService, type KeyService, type KeyServiceOptions } from './sealed/service/service'
