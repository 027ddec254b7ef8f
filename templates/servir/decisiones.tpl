{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Quién decidió qué sobre las etapas</h1>
<p class="lead">Cada validación y cada observación de SERVIR, de la más nueva a la más antigua.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Busque una decisión por fecha, por quien la tomó o por entidad. Las líneas no se cambian ni se borran: si una decisión se corrige o se deshace, eso es otra línea. Lo que usted acaba de decidir se deshace aquí durante unos minutos. Las horas son de Lima.</p></details>
<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_QUE}}{{>CAMPO_DESDE}}{{>CAMPO_HASTA}}{{>CAMPO_DOCUMENTO}}{{>CAMPO_Q}}
<button>Filtrar</button>
</form>
{{#HAY_FILAS}}<table class="apila">
<caption class="vh">Decisiones, de la más nueva a la más antigua</caption>
<thead><tr><th scope="col">Cuándo</th><th scope="col">Quién</th><th scope="col">Decisión</th><th scope="col">De quién</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{CUANDO}}</th>
<td data-label="Quién">{{#HAY_QUIEN}}{{QUIEN}}{{/HAY_QUIEN}}{{#NO_QUIEN}}El sistema{{/NO_QUIEN}}</td>
<td data-label="Decisión"><span class="est {{ESTADO}}">{{QUE}}</span>{{#HAY_MOTIVO}} {{MOTIVO}}{{/HAY_MOTIVO}}{{#DESHECHA}} <span class="hint">Se deshizo después</span>{{/DESHECHA}}{{#DESHACIBLE}} <a href="/servir/deshacer/{{ID}}">Deshacer<span class="vh"> la decisión sobre {{ETAPA}} de {{NOMBRE}}</span></a>{{/DESHACIBLE}}</td>
<td data-label="De quién"><a href="/servidor/{{VINCULO_ID}}/ficha">{{NOMBRE}}</a> <span class="hint">{{ENTIDAD}}</span> <a href="/etapa/{{ETAPA_ID}}/evidencia">{{ETAPA}}<span class="vh"> de {{NOMBRE}}</span></a></td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna decisión coincide. Amplíe las fechas o quite un filtro, o <a href="/servir/decisiones">vea todas</a>.</p></div>
{{/NO_FILAS}}
