/** For the `input` event of a field: hears what stands there once nobody has typed for a moment, unless the field is gone by then. */
export function whenTyped(hear: (text: string) => void): (event: Event) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({ currentTarget }) => {
    const field = currentTarget as HTMLInputElement;
    clearTimeout(timer);
    timer = setTimeout(() => field.isConnected && hear(field.value.trim()), 200);
  };
}
