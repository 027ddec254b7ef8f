{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Asignar entidades a un gestor</h1>
<p class="lead">Marque entidades, o tome todas las que coinciden, y elija quién las acompañará.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Filtre por región, nivel o gestor actual. Marque entidades y elija al gestor: pasan a su cartera y dejan la del anterior, que ya no las verá. Los contactos y compromisos se quedan con la entidad, y su historia dice quién la acompañó. Puede volver a moverlas.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}
<button class="sec">Buscar</button>
<details{{#HAY_FILTROS}} open{{/HAY_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{>CAMPO_REGION}}{{>CAMPO_NIVEL}}</div>
<div class="fila">{{>CAMPO_GESTOR}}{{>CAMPO_LUZ}}</div>
<button class="sec">Aplicar filtros</button>
</details>
</form>
{{#HAY_FILAS}}<form method="post" novalidate>
{{>CSRF}}
{{#FILTROS}}<input type="hidden" name="{{NOMBRE}}" value="{{VALOR}}">
{{/FILTROS}}<p>{{#VARIOS}}{{TOTAL}} {{TOTAL:x-segun=entidad coincide/entidades coinciden}}.{{/VARIOS}}{{#UNO}}1 entidad coincide.{{/UNO}}{{#MUCHOS}} Aquí se ven las 100 primeras.{{/MUCHOS}}</p>
{{>CAMPO_DESTINO}}
{{>CAMPO_MOTIVO}}
{{>CAMPO_TODAS}}
<table class="apila" id="f-marca" tabindex="-1">
<caption class="vh">Entidades que puede asignar</caption>
<thead><tr><th scope="col">Entidad</th><th scope="col">Gestor actual</th><th scope="col">Semáforo</th><th scope="col">Por qué</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><label class="opt"><input type="checkbox" name="marca" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{NOMBRE}}</label> <span class="hint">{{NIVEL:x-palabra}}{{#HAY_REGION}}, {{REGION}}{{/HAY_REGION}}</span></th>
<td data-label="Gestor actual">{{#HAY_GESTOR_NOMBRE}}{{GESTOR_NOMBRE}}{{/HAY_GESTOR_NOMBRE}}{{#NO_GESTOR_NOMBRE}}<span class="hint">Sin gestor</span>{{/NO_GESTOR_NOMBRE}}</td>
<td data-label="Semáforo">{{#ROJO}}<span class="est VENCIDA"><span aria-hidden="true">■</span> Rojo</span>{{/ROJO}}{{#AMBAR}}<span class="est OBSERVADA"><span aria-hidden="true">▲</span> Ámbar</span>{{/AMBAR}}{{#NO_ROJO}}{{#NO_AMBAR}}<span class="est VALIDADA"><span aria-hidden="true">●</span> Verde</span>{{/NO_AMBAR}}{{/NO_ROJO}}</td>
<td data-label="Por qué">{{RAZONES}}</td></tr>
{{/FILAS}}</tbody>
</table>
<div class="acc"><button>Asignar al gestor elegido</button> <a href="/seguimiento/cartera">Cancelar</a></div>
</form>
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna entidad coincide. <a href="/seguimiento/asignar">Quite los filtros</a>.</p></div>
{{/NO_FILAS}}
