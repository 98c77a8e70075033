// Placeholder so that the web builds; its author replaces this whole file.
export function TaskPage() {
  return null
}
