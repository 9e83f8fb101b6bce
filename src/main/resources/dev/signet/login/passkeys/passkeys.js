(() => {
  'use strict';
  const accepted = document.querySelector('[data-passkeys-accepted]');
  if (accepted && window.PublicKeyCredential && PublicKeyCredential.signalAllAcceptedCredentials) {
    PublicKeyCredential.signalAllAcceptedCredentials(JSON.parse(accepted.dataset.passkeysAccepted)).catch(() => {});
  }
  const form = document.querySelector('form[data-passkey-options]');
  if (!form || !window.PublicKeyCredential) return;
  const decode = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const encode = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const options = JSON.parse(form.dataset.passkeyOptions);
  const creates = 'user' in options;
  options.challenge = decode(options.challenge);
  if (creates) options.user.id = decode(options.user.id);
  (options.allowCredentials || options.excludeCredentials).forEach(known => { known.id = decode(known.id); });
  const send = credential => {
    const response = {};
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[name]) response[name] = encode(credential.response[name]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    form.elements.namedItem('credential').value = JSON.stringify({
      id: credential.id, type: credential.type, authenticatorAttachment: credential.authenticatorAttachment, response
    });
    if (!creates) form.querySelectorAll('input:not([type=hidden])').forEach(input => { input.disabled = true; });
    form.submit();
  };
  let attempt;
  const start = mediation => {
    if (attempt) attempt.abort();
    const own = attempt = new AbortController();
    const request = {publicKey: options, signal: own.signal};
    if (mediation) request.mediation = mediation;
    (creates ? navigator.credentials.create(request) : navigator.credentials.get(request))
      .then(send, () => { if (!mediation && attempt === own) autofill(); });
  };
  const autofill = () => {
    if (creates || !form.querySelector('[autocomplete~=webauthn]')
      || !PublicKeyCredential.isConditionalMediationAvailable) return;
    PublicKeyCredential.isConditionalMediationAvailable().then(available => { if (available) start('conditional'); });
  };
  const button = form.querySelector('[data-passkey-button]');
  button.hidden = false;
  button.addEventListener('click', () => { if (form.reportValidity() || !creates) start(); });
  autofill();
})();
