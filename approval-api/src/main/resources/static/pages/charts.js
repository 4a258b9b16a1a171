// Draws each chart from the table that stands below it, so that both always say the same.
"use strict";

(() => {
  const MOST = 16;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const color = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  const number = cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value);

  function read(body) {
    const table = body.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
    const rows = [...table.tBodies[0].rows].map(row => {
      const [head, ...cells] = row.cells;
      return {
        label: head.textContent.trim(),
        href: head.querySelector("a")?.href,
        few: row.dataset.few === "true",
        values: cells.map(number),
        texts: cells.map(cell => cell.textContent),
      };
    });
    const marks = (body.dataset.marks ?? "").split(";").filter(Boolean).map(mark => {
      const [name, value, text] = mark.split("=");
      return { name, value: Number(value), text };
    });
    return { heads, rows, marks, axis: body.dataset.axis };
  }

  // Texts can be names that people have chosen, and a tooltip is HTML.
  const escaped = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

  const lines = (title, pairs) =>
    `<b>${escaped(title)}</b>` + pairs.map(([name, text]) => `<br>${escaped(name)}&ensp;${escaped(text)}`).join("");

  function base() {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("ink") },
      tooltip: {
        trigger: "item", confine: true,
        backgroundColor: color("panel"), borderColor: color("rule"),
        textStyle: { color: color("ink"), fontSize: 13 },
      },
    };
  }

  const line = () => ({ lineStyle: { color: color("rule") } });
  const text = () => ({ color: color("muted"), fontSize: 12 });

  function valueAxis(name, more) {
    return {
      type: "value", name, nameLocation: "middle", nameGap: 26, nameTextStyle: text(),
      axisLabel: text(), axisLine: { show: false }, splitLine: line(), ...more,
    };
  }

  function histogram(data) {
    // The chart can end before the longest filings, and says so; the table has them all.
    const end = data.marks.find(mark => mark.name === "end");
    const marks = data.marks.filter(mark => mark !== end);
    const last = end ? end.value : data.rows[data.rows.length - 1].values[1];
    // Marks that lie close together are written one below the other.
    const top = 14 * marks.length + 22;
    return {
      ...base(),
      grid: { left: 46, right: 16, top, bottom: 44 },
      xAxis: valueAxis(data.axis, { min: data.rows[0].values[0], max: last, splitLine: { show: false }, axisLine: { show: true, ...line() }, axisLabel: { ...text(), showMinLabel: false, showMaxLabel: false } }),
      yAxis: valueAxis("", { minInterval: 1 }),
      series: [{
        type: "custom",
        clip: true,
        data: data.rows.map(row => row.values).filter(values => values[0] < last),
        renderItem(_, api) {
          const [x, y] = api.coord([api.value(0), api.value(2)]);
          const [right, bottom] = api.coord([api.value(1), 0]);
          return {
            type: "rect",
            shape: { x: x + 0.5, y, width: Math.max(1, right - x - 1), height: bottom - y },
            style: { fill: color("bar") },
            emphasis: { style: { fill: color("p90") } },
          };
        },
        encode: { x: [0, 1], y: 2 },
        tooltip: {
          formatter: p => lines(data.rows[p.dataIndex].label + " " + data.axis, [[data.heads[3], data.rows[p.dataIndex].texts[2]]]),
        },
        markLine: {
          symbol: "none", silent: true,
          data: marks.map((mark, i) => ({
            xAxis: mark.value,
            lineStyle: { color: color("warm"), type: i === 0 ? "solid" : "dashed", width: 1.5 },
            label: {
              formatter: `${mark.name}  ${mark.text}`, color: color("ink"), fontSize: 12,
              position: "end", distance: 4 + 14 * (marks.length - 1 - i),
              align: mark.value > last * 0.8 ? "right" : "left",
            },
          })),
        },
      }],
      graphic: end ? [{ type: "text", right: 16, top: top + 8, style: { text: end.text, fill: color("muted"), fontSize: 12 } }] : [],
      height: 320,
    };
  }

  function trend(data) {
    const months = data.rows.map(row => row.label);
    const category = more => ({ type: "category", data: months, axisTick: { show: false }, axisLine: line(), axisLabel: text(), ...more });
    const series = (column, tone, dash) => ({
      name: data.heads[column + 1], type: "line", symbolSize: 6, connectNulls: false,
      data: data.rows.map(row => row.values[column]),
      itemStyle: { color: tone }, lineStyle: { color: tone, width: 2, type: dash },
    });
    return {
      ...base(),
      legend: { top: 0, right: 0, textStyle: text(), data: ["p50", "p90"] },
      tooltip: {
        ...base().tooltip, trigger: "axis",
        formatter: points => {
          const row = data.rows[points[0].dataIndex];
          return lines(row.label, [0, 1, 2].map(c => [data.heads[c + 1], row.texts[c]]));
        },
      },
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      grid: [{ left: 46, right: 16, top: 34, height: 170 }, { left: 46, right: 16, top: 232, height: 70 }],
      xAxis: [category({ axisLabel: { show: false } }), category({ gridIndex: 1 })],
      yAxis: [
        valueAxis(data.axis, { nameLocation: "end", nameGap: 12, nameTextStyle: { ...text(), align: "left", padding: [0, 0, 0, -38] } }),
        valueAxis(data.heads[1], { gridIndex: 1, minInterval: 1, splitNumber: 2, nameLocation: "end", nameGap: 6, nameTextStyle: { ...text(), align: "left", padding: [0, 0, 0, -38] } }),
      ],
      series: [
        series(2, color("p90"), "dashed"),
        series(1, color("p50"), "solid"),
        {
          name: data.heads[1], type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 26,
          data: data.rows.map(row => row.values[0]), itemStyle: { color: color("bar") },
        },
      ],
      height: 330,
    };
  }

  // Bars within bars: the longest is the palest and the thickest.
  function nested(data, width, columns, tones, name, max) {
    const rows = data.rows.filter(row => row.values[columns[0]] !== null).slice(0, MOST).reverse();
    const above = width < 620;
    const step = above ? 46 : 30;
    const few = row => row.few ? 0.45 : 1;
    const label = row => `${row.label}  n=${row.texts[0]}`;
    return {
      ...base(),
      rows,
      legend: {
        top: 0, right: 0, textStyle: text(), itemWidth: 16, itemHeight: 10, selectedMode: false,
        data: columns.map(c => data.heads[c + 1]),
      },
      color: tones,
      grid: { left: above ? 4 : Math.min(300, width * 0.42), right: 30 + 36 * columns.length, top: 30, bottom: 42 },
      xAxis: valueAxis(name, { min: 0, max }),
      yAxis: {
        type: "category", data: rows.map(label), axisTick: { show: false }, axisLine: line(),
        axisLabel: { show: !above, color: color("ink"), fontSize: 12, width: Math.min(290, width * 0.4), overflow: "truncate" },
      },
      series: columns.map((column, i) => ({
        name: data.heads[column + 1], type: "custom", z: i + 2,
        data: rows.map((row, y) => [row.values[column], y]),
        encode: { x: 0, y: 1 },
        renderItem(_, api) {
          const value = api.value(0);
          const row = rows[api.value(1)];
          if (value === null || Number.isNaN(value)) {
            return null;
          }
          const [x0, y] = api.coord([0, api.value(1)]);
          const [x1] = api.coord([value, api.value(1)]);
          const thick = 16 - 5 * i;
          const shift = above ? 8 : 0;
          const children = [{
            type: "rect",
            shape: { x: x0, y: y - thick / 2 + shift, width: value === 0 ? 0 : Math.max(2, x1 - x0), height: thick },
            style: { fill: tones[i], opacity: few(row) },
          }];
          if (above && i === 0) {
            children.push({ type: "text", style: { x: x0 + 2, y: y - 16, text: label(row), fill: color("ink"), fontSize: 12, width: width - 60, overflow: "truncate" } });
          }
          if (i === columns.length - 1) {
            const [end] = api.coord([Math.max(...columns.map(c => row.values[c] ?? 0)), 0]);
            children.push({ type: "text", style: { x: end + 5, y: y + shift, text: columns.map(c => row.texts[c]).join(" · "), fill: color("muted"), fontSize: 11, verticalAlign: "middle" } });
          }
          return { type: "group", children };
        },
        tooltip: {
          formatter: p => {
            const row = rows[p.dataIndex];
            return lines(row.label, row.texts.map((value, c) => [data.heads[c + 1], value]));
          },
        },
      })),
      height: rows.length * step + 84,
    };
  }

  // One curve for each label; the table has its steps one below the other.
  function curves(data, width, falls) {
    const names = [...new Set(data.rows.map(row => row.label))];
    const tones = ["p50", "warm", "p90", "good", "bad", "muted", "claimed", "bar"].map(color);
    const start = falls ? 100 : 0;
    const ofName = (name, column) => [[0, start], ...data.rows
      .filter(row => row.label === name && row.values[column] !== null)
      .map(row => [row.values[0], row.values[column]])];
    const step = (name, column, i, more) => ({
      name, type: "line", step: "end", symbol: "none", data: ofName(name, column),
      itemStyle: { color: tones[i % tones.length] },
      lineStyle: { color: tones[i % tones.length], width: 2, type: i < tones.length ? "solid" : "dashed" }, ...more,
    });
    const band = falls && names.length === 1
      ? [2, 3].map(column => step(names[0], column, 0, { name: data.heads[column + 1], silent: true, lineStyle: { color: tones[0], width: 1, type: "dotted" } }))
      : [];
    // The longest few would make one corner of all others; the chart says so, and the table has them.
    const end = data.marks.find(mark => mark.name === "end");
    return {
      ...base(),
      legend: { type: "scroll", top: 0, right: 0, left: 0, textStyle: text(), data: names, show: names.length > 1 },
      tooltip: { ...base().tooltip, trigger: "axis", axisPointer: { type: "line" },
        formatter: points => lines(`${points[0].axisValue.toFixed(1)} ${data.axis}`,
          points.filter(p => names.includes(p.seriesName)).map(p => [p.seriesName, p.value[1].toFixed(1) + " %"])) },
      grid: { left: 46, right: 16, top: names.length > 1 || end ? 40 : 16, bottom: 44 },
      xAxis: valueAxis(data.axis, { min: 0, max: end?.value, splitLine: { show: false }, axisLine: { show: true, ...line() }, axisLabel: { ...text(), showMaxLabel: false } }),
      yAxis: valueAxis("", { min: 0, max: 100, axisLabel: { ...text(), formatter: "{value} %" } }),
      series: [...names.map((name, i) => step(name, 1, i)), ...band],
      graphic: end ? [{ type: "text", right: 16, top: names.length > 1 ? 24 : 8, style: { text: end.text, fill: color("muted"), fontSize: 12 } }] : [],
      height: 320,
    };
  }

  function control(data) {
    const signal = row => row.values[3] > 0;
    return {
      ...base(),
      tooltip: { ...base().tooltip, formatter: p => p.componentType === "series"
        ? lines(data.rows[p.dataIndex].label, data.rows[p.dataIndex].texts.map((value, c) => [data.heads[c + 1], value])) : "" },
      grid: { left: 46, right: 16, top: 30, bottom: 30 },
      xAxis: { type: "category", data: data.rows.map(row => row.label), axisTick: { show: false }, axisLine: line(), axisLabel: text() },
      // The limits are seen, even if no point is near them.
      yAxis: valueAxis(data.axis, { min: 0, max: ({ max }) => Math.ceil(1.1 * Math.max(max, ...data.marks.map(mark => mark.value))), axisLabel: { ...text(), showMaxLabel: false }, nameLocation: "end", nameGap: 12, nameTextStyle: { ...text(), align: "left", padding: [0, 0, 0, -38] } }),
      series: [{
        type: "line", showAllSymbol: true,
        data: data.rows.map(row => ({
          value: row.values[0],
          symbol: signal(row) ? "diamond" : "circle", symbolSize: signal(row) ? 12 : 6,
          itemStyle: { color: color(signal(row) ? "warm" : "p50") },
        })),
        lineStyle: { color: color("p50"), width: 2 },
        markLine: {
          symbol: "none", silent: true,
          data: data.marks.map((mark, i) => ({
            yAxis: mark.value,
            lineStyle: { color: color(i === 0 ? "p90" : "warm"), type: i === 0 ? "solid" : "dashed", width: 1.5 },
            label: { formatter: `${mark.name} ${mark.text}`, color: color("ink"), fontSize: 11, position: "insideEndTop" },
          })),
        },
      }],
      height: 280,
    };
  }

  // Each center beside the median of its peers; the last column says whether it stands out.
  function peers(data, width) {
    const rows = data.rows.filter(row => row.values[0] !== null).reverse();
    const out = row => row.values[row.values.length - 1] === 1;
    const tip = row => lines(row.label, row.texts.map((value, c) => [data.heads[c + 1], value]));
    return {
      ...base(),
      rows,
      legend: { top: 0, right: 0, textStyle: text(), itemWidth: 16, itemHeight: 10, selectedMode: false, data: [data.heads[1], data.heads[2]] },
      tooltip: { ...base().tooltip, formatter: p => tip(rows[p.dataIndex]) },
      grid: { left: Math.min(190, width * 0.3), right: 56, top: 30, bottom: 42 },
      xAxis: valueAxis(data.axis, { min: 0 }),
      yAxis: {
        type: "category", data: rows.map(row => row.label), axisTick: { show: false }, axisLine: line(),
        axisLabel: { color: color("ink"), fontSize: 12, width: Math.min(180, width * 0.28), overflow: "truncate" },
      },
      series: [
        {
          name: data.heads[1], type: "bar", barMaxWidth: 16, itemStyle: { color: color("p90") },
          data: rows.map(row => ({ value: row.values[0], itemStyle: { color: color(out(row) ? "warm" : "p90") } })),
          label: { show: true, position: "right", color: color("muted"), fontSize: 11, formatter: p => rows[p.dataIndex].texts[0] },
        },
        {
          name: data.heads[2], type: "scatter", symbol: "rect", symbolSize: [3, 22], itemStyle: { color: color("ink") },
          data: rows.map((row, y) => [row.values[1], y]).filter(([value]) => value !== null), silent: true,
        },
      ],
      height: rows.length * 30 + 84,
    };
  }

  // The three days around the end of the limit, center by center.
  function heaping(data) {
    const out = row => row.values[row.values.length - 1] === 1;
    const tones = [color("p95"), color("p50"), color("bar")];
    return {
      ...base(),
      rows: data.rows,
      legend: { top: 0, right: 0, textStyle: text(), itemWidth: 16, itemHeight: 10, selectedMode: false },
      tooltip: {
        ...base().tooltip, trigger: "axis", axisPointer: { type: "shadow" },
        formatter: points => {
          const row = data.rows[points[0].dataIndex];
          return lines(row.label, row.texts.map((value, c) => [data.heads[c + 1], value]));
        },
      },
      grid: { left: 46, right: 16, top: 40, bottom: 30 },
      xAxis: { type: "category", data: data.rows.map(row => row.label), axisTick: { show: false }, axisLine: line(), axisLabel: text() },
      yAxis: valueAxis("", { minInterval: 1 }),
      series: [0, 1, 2].map(column => ({
        name: data.heads[column + 1], type: "bar", barMaxWidth: 22, itemStyle: { color: tones[column] },
        data: data.rows.map(row => ({ value: row.values[column], itemStyle: { color: column === 1 && out(row) ? color("warm") : tones[column] } })),
        label: { show: column === 1, position: "top", color: color("warm"), fontWeight: 600, formatter: p => out(data.rows[p.dataIndex]) ? "✕" : "" },
      })),
      height: 300,
    };
  }

  // One bar for each row, with its columns one after the other.
  function stacked(data, width, tones, max) {
    const rows = data.rows.slice(0, MOST).reverse();
    const legend = data.heads.slice(1, tones.length + 1);
    const lower = 26 * Math.ceil(legend.join("").length * 13 / width + legend.length * 34 / width);
    return {
      ...base(),
      rows,
      legend: { top: 0, left: 0, textStyle: text(), itemWidth: 14, itemHeight: 10, itemGap: 12, selectedMode: false, data: legend },
      tooltip: {
        ...base().tooltip,
        formatter: p => {
          const row = rows[p.dataIndex];
          return lines(row.label, row.texts.map((value, c) => [data.heads[c + 1], value]));
        },
      },
      grid: { left: Math.min(190, width * 0.24), right: 30, top: lower + 8, bottom: 42 },
      xAxis: valueAxis(data.axis, { min: 0, max }),
      yAxis: {
        type: "category", data: rows.map(row => row.label), axisTick: { show: false }, axisLine: line(),
        axisLabel: { color: color("ink"), fontSize: 12, width: Math.min(180, width * 0.22), overflow: "truncate" },
      },
      series: tones.map((tone, c) => ({
        name: data.heads[c + 1], type: "bar", stack: "all", barMaxWidth: 22, itemStyle: { color: tone },
        data: rows.map(row => row.values[c]),
      })),
      height: rows.length * 34 + lower + 60,
    };
  }

  // As many different colours as there are parts, of the same strength.
  const hues = n => Array.from({ length: n }, (_, i) => `hsl(${Math.round(204 + 360 * i / n) % 360} 38% ${dark.matches ? 52 : 62}%)`);

  // From the strongest to the palest: the first rank is the one that counts.
  const shades = n => Array.from({ length: n }, (_, i) => `color-mix(in srgb, ${color("p50")} ${Math.round(100 - 82 * i / Math.max(1, n - 1))}%, ${color("panel")})`);

  // What is withheld has no numbers, not even how many it is of; what counts nothing is of none.
  const withheld = row => row.values[0] === null;

  // One value for each row, as a bar; a withheld one as a word where the bar would begin.
  function values(data, width) {
    const rows = data.rows.slice(0, MOST).reverse();
    const above = width < 620;
    const shift = above ? 8 : 0;
    return {
      ...base(),
      rows,
      grid: { left: above ? 4 : Math.min(300, width * 0.42), right: 80, top: 8, bottom: 42 },
      xAxis: valueAxis(data.axis),
      yAxis: {
        type: "category", data: rows.map(row => row.label), axisTick: { show: false }, axisLine: line(),
        axisLabel: { show: !above, color: color("ink"), fontSize: 12, width: Math.min(290, width * 0.4), overflow: "truncate" },
      },
      series: [{
        type: "custom",
        data: rows.map((row, y) => [row.values[1] ?? 0, y]),
        encode: { x: 0, y: 1 },
        renderItem(_, api) {
          const row = rows[api.value(1)];
          const [x0, y] = api.coord([0, api.value(1)]);
          const [x1] = api.coord([api.value(0), api.value(1)]);
          const none = row.values[1] === null;
          const children = [];
          if (!none) {
            children.push({
              type: "rect",
              shape: { x: Math.min(x0, x1), y: y - 8 + shift, width: Math.max(2, Math.abs(x1 - x0)), height: 16 },
              style: { fill: color("bar") },
              emphasis: { style: { fill: color("p90") } },
            });
          }
          children.push({
            type: "text",
            style: {
              x: Math.max(x0, x1) + 5, y: y + shift, verticalAlign: "middle", fontSize: 11, fill: color("muted"),
              text: withheld(row) ? row.texts[1] : `${row.texts[1]}  n=${row.texts[0]}`,
            },
          });
          if (above) {
            children.push({ type: "text", style: { x: x0 + 2, y: y - 16, text: row.label, fill: color("ink"), fontSize: 12, width: width - 60, overflow: "truncate" } });
          }
          return { type: "group", children };
        },
        tooltip: {
          formatter: p => lines(rows[p.dataIndex].label, rows[p.dataIndex].texts.map((value, c) => [data.heads[c + 1], value])),
        },
      }],
      height: rows.length * (above ? 46 : 30) + 62,
    };
  }

  // One value month by month over how many it is of; withheld months are grey.
  function course(data) {
    const months = data.rows.map(row => row.label);
    const category = more => ({ type: "category", data: months, axisTick: { show: false }, axisLine: line(), axisLabel: text(), ...more });
    const above = { nameLocation: "end", nameGap: 12, nameTextStyle: { ...text(), align: "left", padding: [0, 0, 0, -38] } };
    const grey = axis => ({
      type: "custom", silent: true, z: 0, xAxisIndex: axis, yAxisIndex: axis, encode: { x: 0 },
      data: data.rows.flatMap((row, i) => withheld(row) ? [[i]] : []),
      renderItem(params, api) {
        const [x] = api.coord([api.value(0), 0]);
        const [wide] = api.size([1, 0]);
        return {
          type: "rect",
          shape: { x: x - wide / 2, y: params.coordSys.y, width: wide, height: params.coordSys.height },
          style: { fill: color("rule"), opacity: 0.6 },
        };
      },
    });
    return {
      ...base(),
      tooltip: {
        ...base().tooltip, trigger: "axis",
        formatter: points => {
          const row = data.rows.find(one => one.label === points[0].axisValue);
          return lines(row.label, row.texts.map((value, c) => [data.heads[c + 1], value]));
        },
      },
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      grid: [{ left: 46, right: 16, top: 34, height: 170 }, { left: 46, right: 16, top: 240, height: 62 }],
      xAxis: [category({ axisLabel: { show: false } }), category({ gridIndex: 1 })],
      yAxis: [
        valueAxis(data.axis, { ...above, scale: true }),
        valueAxis(data.heads[1], { ...above, nameGap: 6, gridIndex: 1, minInterval: 1, splitNumber: 2 }),
      ],
      series: [
        {
          name: data.heads[2], type: "line", symbolSize: 6, connectNulls: false,
          data: data.rows.map(row => row.values[1]),
          itemStyle: { color: color("p50") }, lineStyle: { color: color("p50"), width: 2 },
        },
        {
          name: data.heads[1], type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 26,
          data: data.rows.map(row => row.values[0]), itemStyle: { color: color("bar") },
        },
        grey(0),
        grey(1),
      ],
      height: 330,
    };
  }

  const kinds = {
    survival: (data, width) => curves(data, width, true),
    ecdf: (data, width) => curves(data, width, false),
    control: data => control(data),
    counts: (data, width) => nested(data, width, [0, 1, 2], [color("p95"), color("bad"), color("c-stop")], data.axis, undefined),
    change: (data, width) => nested(data, width, [1, 2], [color("p95"), color("p50")], data.axis, 100),
    values: (data, width) => values(data, width),
    course: data => course(data),
    histogram: data => histogram(data),
    trend: data => trend(data),
    groups: (data, width) => nested(data, width, [3, 2, 1], [color("p95"), color("p90"), color("p50")], data.axis, undefined),
    shares: (data, width) => nested(data, width, [1, 2], [color("claimed"), color("attested")], data.axis, 100),
    peers: (data, width) => peers(data, width),
    heaping: data => heaping(data),
    points: (data, width) => stacked(data, width, hues(data.heads.length - 2), undefined),
    ranks: (data, width) => stacked(data, width, shades(data.heads.length - 1), 100),
  };

  function draw(body) {
    const place = body.querySelector(".chart");
    const data = read(body);
    if (data.rows.length === 0) {
      place.hidden = true;
      return;
    }
    const { height, rows, ...option } = kinds[body.dataset.kind](data, place.clientWidth);
    place.style.height = height + "px";
    const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "canvas" });
    chart.resize();
    chart.setOption(option, true);
    chart.off("click");
    chart.on("click", point => {
      const row = (rows ?? data.rows)[point.dataIndex];
      if (row?.href) {
        location.assign(row.href);
      }
    });
    const most = body.querySelector(".most");
    if (most && rows) {
      most.hidden = false;
    }
  }

  const all = () => document.querySelectorAll(".chart-body").forEach(draw);

  if (typeof echarts === "undefined") {
    // Without the library the tables say it all.
    document.querySelectorAll(".chart-body details:first-of-type").forEach(d => { d.open = true; });
    document.querySelectorAll(".chart").forEach(c => { c.hidden = true; });
    return;
  }
  all();
  dark.addEventListener("change", all);
  let waiting;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(all, 120);
  });
})();
