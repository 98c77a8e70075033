import { useState, type FormEvent } from 'react'
import { isUnitRole } from '#domain/access/actor.ts'
import type { AccountView } from '#domain/org/accounts.contract.ts'
import { createPerson, updatePerson } from '#domain/org/org.contract.ts'
import { canHoldPosts } from '#domain/org/posts.ts'
import { useSession } from '#web/shell/session.tsx'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { CopyOnce } from '#web/ui/CopyOnce.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { PostRows, type PostDraft } from './PostRows.tsx'
import { TurnOff } from './TurnOff.tsx'

const FORM = 'person'

type Draft = { name: string; userName: string; phone: string; posts: PostDraft[] }

const draftOf = (person: AccountView | null): Draft => ({
  name: person?.name ?? '',
  userName: person?.userName ?? '',
  phone: person?.phone ?? '',
  posts: (person?.posts ?? [{ role: 'liaison', unitId: null, title: '' } as const]).map(
    ({ role, unitId, title }, key) => ({
      key,
      role,
      unitId,
      title,
    }),
  ),
})

const factsOf = (draft: Draft) => ({
  name: draft.name.trim(),
  userName: draft.userName.trim(),
  phone: draft.phone.trim() || null,
})

const postsOf = (draft: Draft) =>
  draft.posts.map(({ role, unitId, title }) => ({ role, unitId: unitId || null, title: title.trim() }))

/** Adds a person and shows the initial password once; or changes, disables or enables one. */
export function PersonDialog({ person, onClose }: { person: AccountView | null; onClose: () => void }) {
  const text = useText(orgText)
  const { person: me } = useSession()
  const isSelf = person?.id === me.id
  const [draft, setDraft] = useState(() => draftOf(person))
  const [tried, setTried] = useState(false)
  const create = useChange(createPerson)
  const update = useChange(updatePerson)
  const postsWrong = wrongPosts(draft, text.people)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const body = { ...factsOf(draft), posts: postsOf(draft) }
    if (!body.name || !/^\S+$/.test(body.userName) || postsWrong) return
    if (!person) return create.mutate({ body })
    const { posts, ...facts } = body
    update.mutate(
      { params: { personId: person.id }, body: isSelf ? facts : { ...facts, posts } },
      { onSuccess: onClose },
    )
  }
  if (create.data) return <Made name={draft.name.trim()} password={create.data.initialPassword} onClose={onClose} />
  const foot = (
    <FormFoot
      form={FORM}
      cancel={text.cancel}
      deed={text.save}
      isDisabled={create.isPending || update.isPending}
      onCancel={onClose}
    />
  )
  return (
    <Dialog
      size="wide"
      title={person ? text.people.editTitle(person.name) : text.people.addTitle}
      onClose={onClose}
      foot={foot}
    >
      <form id={FORM} className="form" style={{ maxWidth: 'none' }} onSubmit={save} noValidate>
        <Refused error={create.error ?? update.error} />
        <FactFields draft={draft} tried={tried} onChange={setDraft} />
        {isSelf ? (
          <p className="quiet">{text.people.ownPosts}</p>
        ) : (
          <PostRows
            posts={draft.posts}
            onChange={(posts) => setDraft({ ...draft, posts })}
            error={tried ? postsWrong : undefined}
          />
        )}
        {person && !isSelf && <Ability person={person} onDone={onClose} />}
      </form>
    </Dialog>
  )
}

function wrongPosts(
  draft: Draft,
  text: { postMissing: string; unitMissing: string; rolesExclude: string },
): string | undefined {
  const posts = postsOf(draft)
  if (posts.length === 0) return text.postMissing
  if (posts.some((post) => isUnitRole(post.role) && !post.unitId)) return text.unitMissing
  return canHoldPosts(posts).allowed ? undefined : text.rolesExclude
}

type FactProps = { draft: Draft; tried: boolean; onChange: (draft: Draft) => void }

function FactFields({ draft, tried, onChange }: FactProps) {
  const { people: text } = useText(orgText)
  return (
    <div className="field-row">
      <TextField
        label={text.name}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={60}
        error={tried && !draft.name.trim() ? text.nameMissing : undefined}
      />
      <TextField
        label={text.userName}
        value={draft.userName}
        onChange={(userName) => onChange({ ...draft, userName })}
        maxLength={60}
        hint={text.userNameHint}
        error={tried && !/^\S+$/.test(draft.userName.trim()) ? text.userNameMissing : undefined}
      />
      <TextField
        label={text.phone}
        value={draft.phone}
        onChange={(phone) => onChange({ ...draft, phone })}
        maxLength={30}
        inputMode="tel"
        need="optional"
      />
    </div>
  )
}

function Ability({ person, onDone }: { person: AccountView; onDone: () => void }) {
  const { people: text } = useText(orgText)
  const update = useChange(updatePerson)
  const change = () =>
    update.mutate({ params: { personId: person.id }, body: { disabled: !person.disabled } }, { onSuccess: onDone })
  return (
    <TurnOff
      deed={person.disabled ? text.enable : text.disable}
      note={person.disabled ? null : text.disableNote}
      turning={update}
      onTurn={change}
    />
  )
}

function Made({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  const text = useText(orgText)
  const foot = (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.close}
    </button>
  )
  return (
    <Dialog title={text.people.created} onClose={onClose} foot={foot}>
      <div className="form">
        <CopyOnce label={text.people.initialPassword} secret={password} />
        <p className="second">{text.people.handOver(name)}</p>
      </div>
    </Dialog>
  )
}
