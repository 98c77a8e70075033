/** What `template.ts` uses of the library that fills templates, and nothing more of it. */
declare module 'easy-template-x' {
  type Data = { [name: string]: string | Data[] }
  export enum TagDisposition {
    Open = 'Open',
    Close = 'Close',
    SelfClosed = 'SelfClosed',
  }
  export type Tag = { name: string; disposition: TagDisposition }
  export class TextPlugin {
    readonly contentType: string
  }
  export class LoopPlugin {
    readonly contentType: string
  }
  export class TemplateHandler {
    constructor(options: {
      plugins: (TextPlugin | LoopPlugin)[]
      delimiters: { tagStart: string; tagEnd: string }
      maxXmlDepth: number
    })
    parseTags(file: Buffer): Promise<Tag[]>
    process(file: Buffer, data: Data): Promise<Buffer>
  }
}
