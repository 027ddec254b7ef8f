{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Entidades</h1>
<p class="lead">Quién dirige su ORH en el portal y cuántas personas han registrado.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Busque una entidad y abra su ficha para ver su equipo, sus unidades y sus servidores. Con los filtros verá, por ejemplo, qué municipalidades de una región aún no tienen jefatura de ORH.</p></details>
{{#PUEDE_CREAR}}<div class="acc"><a class="btn" href="/entidad/nueva">Agregar una entidad</a></div>
{{/PUEDE_CREAR}}<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}
<button class="sec">Buscar</button>
<details{{#HAY_FILTROS}} open{{/HAY_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{>CAMPO_TIPO}}{{>CAMPO_NIVEL}}{{>CAMPO_REGION}}</div>
<div class="fila">{{>CAMPO_ORH}}{{>CAMPO_ACTIVIDAD}}</div>
<button class="sec">Aplicar filtros</button>
</details>
</form>
{{#SOBRAN_PALABRAS}}<p class="hint" role="status">Solo se usaron las tres primeras palabras.</p>
{{/SOBRAN_PALABRAS}}{{#HAY_FILAS}}<p>{{#VARIOS}}{{TOTAL}} {{TOTAL:x-segun=entidad/entidades}}.{{/VARIOS}}{{#UNO}}1 entidad.{{/UNO}}</p>
<table class="apila">
<caption class="vh">Entidades, su ORH y su actividad</caption>
<thead><tr><th scope="col">Entidad</th><th scope="col">Nivel y región</th><th scope="col">Jefatura de ORH</th><th scope="col" class="num">Personas</th><th scope="col">Última actividad</th></tr></thead>
<tbody>
{{#FILAS}}<tr>
<th scope="row"><a href="/entidad/{{ID}}/ficha">{{NOMBRE}}</a>{{#HAY_SIGLA}} <span class="hint">{{SIGLA}}</span>{{/HAY_SIGLA}}</th>
<td data-label="Nivel y región">{{NIVEL_GOBIERNO:x-palabra}}{{#HAY_REGION}} · {{REGION}}{{/HAY_REGION}}</td>
<td data-label="Jefatura de ORH">{{#HAY_JEFE}}{{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}}<span class="hint">Sin jefatura</span>{{/NO_JEFE}}</td>
<td data-label="Personas" class="num"><a href="/servidor/lista?vigencia=TODOS&amp;entidad={{ID:url_query_escape}}">{{#MUCHAS}}más de {{/MUCHAS}}{{PERSONAS:x-miles}}<span class="vh"> personas registradas de {{NOMBRE}}</span></a></td>
<td data-label="Última actividad">{{#HAY_ULTIMA}}{{ULTIMA}}{{/HAY_ULTIMA}}{{#NO_ULTIMA}}<span class="hint">Ninguna</span>{{/NO_ULTIMA}}</td>
</tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}
{{#NO_FILAS}}<div class="nota"><p>Ninguna entidad coincide. Pruebe con la sigla o con menos palabras, o <a href="/entidad/lista">vea todas</a>.{{#PUEDE_CREAR}} Si no existe en el portal, <a href="/entidad/nueva">agréguela</a>.{{/PUEDE_CREAR}}</p></div>{{/NO_FILAS}}
