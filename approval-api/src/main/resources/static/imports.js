"use strict";
// Posts the form with its progress, and asks every second how the imports under way are doing.
(() => {
  const api = "/api/v1/imports";
  const chinese = document.documentElement.lang.startsWith("zh");
  const form = document.getElementById("import");
  const table = document.getElementById("imports");
  const problem = document.getElementById("problem");
  const upload = document.getElementById("upload");
  const underWay = new Set(["RECEIVED", "READING", "RECORDING"]);
  const words = Object.fromEntries(
    [...document.getElementById("states").content.children].map((word) =>
      [word.dataset.state, word.textContent]));

  form.shipped.addEventListener("change", () => {
    form.document.disabled = form.shipped.value !== "";
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const parts = new FormData();
    parts.append("mapping", form.shipped.value || form.document.value);
    parts.append("zone", form.zone.value);
    parts.append("file", form.file.files[0]);
    const request = new XMLHttpRequest();
    request.open("POST", api);
    request.responseType = "json";
    request.upload.onprogress = (sent) => {
      upload.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
    };
    request.onload = () => {
      upload.hidden = true;
      if (request.status === 202) {
        location.reload();
      } else {
        const said = request.response || {};
        problem.textContent = (chinese ? said.titleZh : said.detail || said.title)
          || String(request.status);
      }
    };
    request.onerror = () => {
      upload.hidden = true;
      problem.textContent = "…";
    };
    problem.textContent = "";
    upload.hidden = false;
    request.send(parts);
  });

  function show(row, log) {
    row.dataset.state = log.state;
    row.querySelector("progress").value = log.percent;
    const fields = {
      state: words[log.state],
      cases: log.cases.done,
      events: log.events.done,
      rejected: log.rejected,
      rate: log.rate,
    };
    for (const [name, value] of Object.entries(fields)) {
      row.querySelector(`[data-field=${name}]`).textContent = value;
    }
    const message = row.querySelector("[data-field=message]");
    if (underWay.has(log.state)) {
      if (!message.querySelector("button")) {
        const cancel = document.createElement("button");
        cancel.textContent = table.dataset.cancel;
        cancel.onclick = () =>
          fetch(`${api}/${log.id}/cancellation`, { method: "POST" }).then(() => ask(row));
        message.replaceChildren(cancel);
      }
    } else {
      const why = log.refusal || {};
      message.textContent = (chinese ? why.messageZh || log.noteZh : why.message || log.note) || "";
    }
  }

  async function ask(row) {
    const answer = await fetch(`${api}/${row.dataset.import}?limit=0`);
    if (answer.ok) {
      show(row, await answer.json());
    }
  }

  async function askAll() {
    const rows = [...table.querySelectorAll("tr[data-import]")];
    try {
      await Promise.all(rows.filter((row) => underWay.has(row.dataset.state)).map(ask));
    } finally {
      setTimeout(askAll, 1000);
    }
  }

  askAll();
})();
