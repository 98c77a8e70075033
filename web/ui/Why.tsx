import type { Light } from '#domain/lights/light.ts'
import { Unbroken } from './Unbroken.tsx'

/** The sentence that says why a light is what it is. Its ink is quiet unless the light is red. */
export function Why({ light, sentence }: { light: Light; sentence: string }) {
  return (
    <p className={`why ${light}`}>
      <Unbroken text={sentence} />
    </p>
  )
}
