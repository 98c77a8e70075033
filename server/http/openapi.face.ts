/** What the scripts of the docs ask of a browser and Chromium 90 has not. */
export const FLOOR = `
Object.hasOwn ||= (object, key) => Object.prototype.hasOwnProperty.call(object, key)
Array.prototype.at ||= function (index) { return this[index < 0 ? this.length + index : index] }
`

/** The product's paper and ink, as in `web/ui/face/tokens.css`: red is for what is overdue, not for a method. */
export const FACE = `
body { background: #faf8f3; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
.swagger-ui .opblock .opblock-summary-operation-id, .swagger-ui .btn, .swagger-ui select {
  color: #1e2527;
  font-family: 'Segoe UI', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif;
}
.swagger-ui .opblock.opblock { border-color: #e2dccf; background: #fff; box-shadow: none; }
.swagger-ui .opblock.opblock .opblock-summary { border-color: #e2dccf; }
.swagger-ui .opblock.opblock .opblock-summary-method {
  border: 1px solid #c9c0ad;
  background: none;
  color: #1e2527;
  text-shadow: none;
}
.swagger-ui .info .title small, .swagger-ui .info .title small.version-stamp { background: #475154; }
.swagger-ui .btn.authorize { border-color: #1e2527; color: #1e2527; }
.swagger-ui .btn.authorize svg { fill: #1e2527; }
`
