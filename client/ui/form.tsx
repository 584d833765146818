import type { FormHTMLAttributes, Ref } from 'react';

interface Props extends Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'action'> {
  ref?: Ref<HTMLFormElement>;
}

/**
 * A form whose `onSubmit` does what is to be done. Sent before the page is alive it goes nowhere, and what was typed stays (`useTypedEarly`): a plain one
 * asks for the page again with all that was typed, a password too, in the address. (HTML, "form submission algorithm": a form of the method *dialog*
 * that is in no dialog is not sent; in one, `onSubmit` has prevented what would follow.)
 */
export function Form(props: Props) {
  return <form {...props} method="dialog" />;
}
