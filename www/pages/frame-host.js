// @ts-check
// For the page around: gives every frame of Diptych the height that it asks for. It takes nothing else from a message.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'diptych:height' || !(data.height > 0 && data.height < 1e5)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.setProperty('height', `${Math.ceil(data.height)}px`);
  }
});
