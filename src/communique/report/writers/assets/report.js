(function () {
  "use strict";
  var panel = document.getElementById("panel");
  var body = document.getElementById("panel-body");
  var title = document.getElementById("panel-title");
  var wide = window.matchMedia("(min-width: 68rem)");
  var current = null;
  var opener = null;

  function copyOf(note) {
    var copy = note.cloneNode(true);
    var card = document.createElement("article");
    var number = document.createElement("a");
    number.className = "panel-number";
    number.href = "#" + note.id;
    number.textContent = note.id.slice(1);
    card.append(number);
    copy.querySelector(".back").remove();
    card.append.apply(card, Array.from(copy.childNodes));
    return card;
  }

  function place(sentence) {
    if (wide.matches) {
      document.body.append(panel);
    } else if (sentence.closest("li.block")) {
      sentence.closest("li.block").append(panel);
    } else {
      sentence.closest(".block").after(panel);
    }
  }

  function reasons(sentence) {
    var remark = sentence.querySelector("a.remark");
    var entry = remark && document.querySelector(remark.getAttribute("href"));
    if (!entry) { return []; }
    var copy = document.createElement("p");
    copy.className = "reason";
    copy.textContent = entry.querySelector(".reasons").textContent;
    return [copy];
  }

  function open(sentence, byKey) {
    if (current) { current.classList.remove("open"); }
    current = sentence;
    sentence.classList.add("open");
    var links = Array.from(sentence.querySelectorAll(".cite a"));
    var cards = links.map(function (link) {
      return copyOf(document.getElementById(link.getAttribute("href").slice(1)));
    });
    body.replaceChildren.apply(body, reasons(sentence).concat(cards));
    place(sentence);
    panel.hidden = false;
    document.documentElement.classList.add("panel-open");
    opener = byKey || links[0];
    if (byKey) { title.focus({ preventScroll: wide.matches }); }
  }

  function close(andReturn) {
    panel.hidden = true;
    document.documentElement.classList.remove("panel-open");
    if (current) { current.classList.remove("open"); }
    current = null;
    if (andReturn && opener) { opener.focus(); }
  }

  document.documentElement.classList.add("scripted");
  document.addEventListener("click", function (event) {
    if (event.target.closest("#panel-close")) { close(true); return; }
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    var sentence = event.target.closest(".s.cited");
    if (!sentence || event.target.closest("a.remark")) { return; }
    if (String(window.getSelection())) { return; }
    event.preventDefault();
    var keyed = event.detail === 0 ? event.target.closest("a") : null;
    if (sentence === current && !keyed) { close(false); } else { open(sentence, keyed); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && current) { close(true); }
  });
  wide.addEventListener("change", function () {
    if (current) { place(current); }
  });
})();
