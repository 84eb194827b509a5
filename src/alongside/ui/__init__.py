"""How pages look, ask and answer. Knows no models; every layer above builds its pages from this.

Open ``/gallery/`` to see every component. Where to look:

* `alongside.ui.steps.ask`: a page that records something, in ten lines, with its template in four;
* `alongside.ui.forms`: the questions a form can ask;
* `alongside.ui.pages`: `render`, `refusals_shown_on`, `go` and `Told`, for pages that need more;
* `alongside.ui.frames`: what stands around a page, and the identity of a child above it;
* `alongside.ui.parts`: the shapes that composite components are given;
* `alongside.ui.words`, `due` and `explained`: how days, ages, limits and rules read;
* `alongside.ui.jinja`: what a template may use.

A list, ``templates/desk/my_work.html``, shown by ``render(request, "desk/my_work.html", {"due": rows})``::

    {% extends "layouts/page.html" %}
    {% set title = "My work" %}
    {% block content %}
      {{ ui.filters(filters) }}
      {% set rows = [] %}
      {% for one in due %}
        {% set who %}<a class="govuk-link" href="{{ one.href }}">{{ one.child }}</a>{% endset %}
        {% set _ = rows.append([who, one.what, ui.due(one.on, frame.now, href=one.why_href, what=one.what)]) %}
      {% endfor %}
      {% if rows %}{{ ui.table("Due", ["Child", "What", "When"], rows, keys=true, hide_caption=true) }}
      {% else %}{{ ui.empty("Nothing is due in the next four weeks.", "See the team's dates", team_href) }}{% endif %}
    {% endblock %}

A page of a child, shown by ``render(request, "desk/decisions.html", {...}, about=case)``::

    {% extends "layouts/child.html" %}
    {% set title = "Decisions" %}
    {% block aside %}{{ ui.guidance(rule, frame.today) }}{% endblock %}
    {% block content %}{{ ui.timeline(entries) }}{% endblock %}
"""
