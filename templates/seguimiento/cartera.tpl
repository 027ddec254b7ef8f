{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cartera de entidades</h1>
<p class="lead"><a href="/seguimiento/cartera?luz=ROJO">{{ROJAS}} en rojo</a>, <a href="/seguimiento/cartera?luz=AMBAR">{{AMBARES}} en ámbar</a>, <a href="/seguimiento/cartera?luz=VERDE">{{VERDES}} en verde</a>. Primero, las que más lo necesitan.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea qué entidades necesitan acompañamiento y por qué: cada semáforo dice sus razones. Abra la entidad para llamar, anotar el contacto y acordar compromisos. Los filtros quedan en la dirección de la página: puede guardarla.</p></details>
{{#DE_SERVIR}}<div class="acc"><a class="btn sec" href="/seguimiento/gestores">Ver la carga de cada gestor</a>{{#PUEDE_ASIGNAR}} <a class="btn sec" href="/seguimiento/asignar">Asignar entidades</a>{{/PUEDE_ASIGNAR}}</div>
{{/DE_SERVIR}}<form method="get" class="filtros noimp" role="search" novalidate>
{{>CAMPO_Q}}
<button>Buscar</button>
<details{{#HAY_FILTROS}} open{{/HAY_FILTROS}}><summary>Más filtros</summary>
<div class="fila">{{>CAMPO_LUZ}}{{>CAMPO_NIVEL}}</div>
<div class="fila">{{>CAMPO_REGION}}{{>CAMPO_GESTOR}}</div>
<button class="sec">Aplicar filtros</button>
</details>
</form>
{{#HAY_FILAS}}<p>{{#VARIOS}}{{TOTAL}} {{TOTAL:x-segun=entidad/entidades}}.{{/VARIOS}}{{#UNO}}1 entidad.{{/UNO}} <span class="noimp"><a href="/seguimiento/cartera?{{CONSULTA}}vista=imprimir">Imprimir</a> · <a href="/seguimiento/exportar?{{CONSULTA}}">Descargar (CSV)</a></span></p>
<table class="apila">
<caption class="vh">Entidades con su semáforo y sus razones</caption>
<thead><tr><th scope="col">Entidad</th><th scope="col">Semáforo</th><th scope="col">Por qué</th><th scope="col">Último contacto</th><th scope="col">Gestor</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row"><a href="/seguimiento/{{ID}}/entidad">{{NOMBRE}}</a> <span class="hint">{{NIVEL:x-palabra}}{{#HAY_REGION}}, {{REGION}}{{/HAY_REGION}}</span></th>
<td data-label="Semáforo">{{#ROJO}}<span class="est VENCIDA"><span aria-hidden="true">■</span> Rojo</span>{{/ROJO}}{{#AMBAR}}<span class="est OBSERVADA"><span aria-hidden="true">▲</span> Ámbar</span>{{/AMBAR}}{{#NO_ROJO}}{{#NO_AMBAR}}<span class="est VALIDADA"><span aria-hidden="true">●</span> Verde</span>{{/NO_AMBAR}}{{/NO_ROJO}}</td>
<td data-label="Por qué">{{RAZONES}}</td>
<td data-label="Último contacto">{{#HAY_ULTIMO_CONTACTO}}{{ULTIMO_CONTACTO}}{{/HAY_ULTIMO_CONTACTO}}{{#NO_ULTIMO_CONTACTO}}<span class="hint">Ninguno</span>{{/NO_ULTIMO_CONTACTO}}</td>
<td data-label="Gestor">{{#HAY_GESTOR_NOMBRE}}{{GESTOR_NOMBRE}}{{/HAY_GESTOR_NOMBRE}}{{#NO_GESTOR_NOMBRE}}<span class="hint">Sin gestor</span>{{/NO_GESTOR_NOMBRE}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>Ninguna entidad coincide. Quite un filtro o <a href="/seguimiento/cartera">vea toda la cartera</a>.</p></div>
{{/NO_FILAS}}<h2>Cuándo cambia el semáforo</h2>
<ul>
<li><strong>Rojo:</strong> {{VENCIDAS_ROJO}} % o más de las etapas por terminar está vencido; un compromiso lleva más de {{COMPROMISO_ROJO}} días vencido; {{CONTACTO_ROJO}} días o más sin contacto; una consulta sin responder dentro de su plazo de {{PLAZO_DIAS}} {{PLAZO_DIAS:x-segun=día hábil/días hábiles}}.</li>
<li><strong>Ámbar:</strong> alguna etapa o algún compromiso vencido; {{CONTACTO_AMBAR}} días o más sin contacto, o ninguno todavía; sin jefatura de ORH en el portal; plan de inducción sin aprobar.</li>
<li><strong>Verde:</strong> nada de lo anterior.</li>
</ul>
<p class="hint">Estos límites son ajustes del portal: no son una norma.</p>
