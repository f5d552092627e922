// For the page around: gives every frame of ours the height that it asks for. Takes nothing else from it.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'diptych:height' || !(data.height > 0 && data.height < 1e5)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.setProperty('height', `${Math.ceil(data.height)}px`);
  }
});
