import { z } from 'zod'

// zod compiles schemas with `new Function` where it may; our content security policy forbids that, and even the
// question is reported. Imported before every module that makes a schema.
z.config({ jitless: true })
