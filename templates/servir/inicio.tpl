{{%AUTOESCAPE context="HTML"}}
<h1>Cómo va la inducción</h1>
<p class="lead">Las metas frente a lo registrado en el portal, y lo que ya venció.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cada número lleva a su lista. «Meta» es la cifra escrita en la Ayuda Memoria; «registradas» son las personas que ya figuran en el portal, hayan terminado o no; el universo de autoridades se cuenta aparte, de los cargos de cada periodo.</p></details>
<h2>Etapas vencidas</h2>
<ul class="cifras">
{{#VENCIDAS}}<li{{#URGE}} class="urge"{{/URGE}}><a href="/servidor/lista?estado=VENCIDA&amp;etapa={{TIPO:url_query_escape}}"><b>{{TOTAL}}</b> {{ETAPA}}</a></li>
{{/VENCIDAS}}</ul>
<h2>Metas y avance</h2>
<table class="apila">
<caption class="vh">Meta, personas registradas, universo y presupuesto de cada programa</caption>
<thead><tr><th scope="col">Programa</th><th scope="col" class="num">Meta</th><th scope="col" class="num">Registradas</th><th scope="col" class="num">Completaron</th><th scope="col" class="num">Universo</th><th scope="col" class="num">Presupuesto</th><th scope="col" class="num">Costo por persona</th></tr></thead>
<tbody>
{{#METAS}}<tr>
<th scope="row"><a href="/servir/{{ID}}/edicion">{{PROGRAMA}}</a><br><span class="hint">{{NOMBRE}}</span></th>
<td data-label="Meta" class="num"><a href="/servir/{{ID}}/edicion#metas">{{META:x-miles}} {{UNIDAD}}</a></td>
<td data-label="Registradas" class="num">{{#POR_CARGO}}<a href="/servir/{{ID}}/edicion#registradas">{{INSCRITOS:x-miles}}</a>{{/POR_CARGO}}{{#NO_POR_CARGO}}<a href="/servidor/lista?vigencia=TODOS&amp;edicion={{ID:url_query_escape}}&amp;situacion=REGISTRADO">{{INSCRITOS:x-miles}}</a>{{/NO_POR_CARGO}}</td>
<td data-label="Completaron" class="num">{{#HAY_COMPLETADOS}}<a href="/servidor/lista?vigencia=TODOS&amp;edicion={{ID:url_query_escape}}&amp;situacion=COMPLETADO">{{COMPLETADOS:x-miles}}</a>{{/HAY_COMPLETADOS}}{{#NO_COMPLETADOS}}<span class="hint">Aún no se cuenta</span>{{/NO_COMPLETADOS}}</td>
<td data-label="Universo" class="num">{{#HAY_UNIVERSO}}<a href="/servir/{{ID}}/edicion#universo">{{UNIVERSO:x-miles}} cargos</a>{{/HAY_UNIVERSO}}{{#NO_UNIVERSO}}<span class="hint">No se cuenta</span>{{/NO_UNIVERSO}}</td>
<td data-label="Presupuesto" class="num"><a href="/servir/{{ID}}/edicion#presupuesto">{{PRESUPUESTO:x-soles}}</a></td>
<td data-label="Costo por persona" class="num">{{#HAY_COSTO_META}}{{COSTO_META:x-soles}} de la meta{{/HAY_COSTO_META}}{{#HAY_COSTO_COMPLETADO}}<br>{{COSTO_COMPLETADO:x-soles}} de quienes completaron{{/HAY_COSTO_COMPLETADO}}</td>
</tr>
{{/METAS}}</tbody>
</table>
<p><a href="/cifras/tablero">Ver las cifras por región, entidad, régimen, sexo y mes</a> · <a href="/cifras/informes">Informes mensuales</a> · <a href="/mooc/cursos">Cursos en línea y sus resultados</a></p>
<p class="hint">El costo por persona es el presupuesto entre la meta, y entre quienes completaron las tres etapas (culminadas, validadas o no aplica).</p>
<p><strong>Presupuesto total: {{PRESUPUESTO:x-soles}}</strong> en {{LINEAS}} líneas; ábralas desde el monto de cada programa.</p>
<h2>Meta y universo de autoridades</h2>
<div class="nota"><p>La meta de 1,899 es la cifra de la Ayuda Memoria y coincide con las autoridades elegidas en 2018 (25 + 196 + 1,678). No es el número de cargos de ningún periodo de esta tabla: por eso se muestran aparte y ninguna reemplaza a la otra.</p></div>
<table class="apila">
<caption class="vh">Cargos electos de cada periodo</caption>
<thead><tr><th scope="col">Periodo</th><th scope="col" class="num">Gobernadores</th><th scope="col" class="num">Alcaldes provinciales</th><th scope="col" class="num">Alcaldes distritales</th><th scope="col" class="num">Total de cargos</th></tr></thead>
<tbody>
{{#PERIODOS}}<tr><th scope="row">{{PERIODO}}<br><span class="hint">{{ELECCION}}</span></th>
<td data-label="Gobernadores" class="num">{{GOBERNADORES:x-miles}}</td>
<td data-label="Alcaldes provinciales" class="num">{{PROVINCIALES:x-miles}}</td>
<td data-label="Alcaldes distritales" class="num">{{DISTRITALES:x-miles}}</td>
<td data-label="Total de cargos" class="num"><strong>{{TOTAL:x-miles}}</strong></td></tr>
{{/PERIODOS}}</tbody>
</table>
<h2>Entidades y su acompañamiento</h2>
<ul class="cifras">
<li{{#URGE_CONSULTAS}} class="urge"{{/URGE_CONSULTAS}}><a href="/consulta/bandeja?estado=POR_RESPONDER"><b>{{CONSULTAS:x-miles}}</b> {{CONSULTAS:x-segun=consulta/consultas}} de ORH por responder</a>; {{CONSULTAS_FUERA:x-miles}} fuera de plazo</li>
<li{{#URGE_GESTOR}} class="urge"{{/URGE_GESTOR}}><a href="/seguimiento/cartera?gestor=SIN"><b>{{SIN_GESTOR:x-miles}}</b> {{SIN_GESTOR:x-segun=entidad/entidades}} sin gestor</a>; <a href="/seguimiento/gestores">carga de cada gestor</a></li>
<li><a href="/entidad/lista"><b>{{ENTIDADES:x-miles}}</b> entidades en el catálogo</a></li>
<li><a href="/entidad/lista?orh=CON"><b>{{CON_ORH:x-miles}}</b> con jefatura de ORH en el portal</a></li>
<li><a href="/entidad/lista?actividad=CON"><b>{{CON_ACTIVIDAD:x-miles}}</b> con personas registradas</a></li>
</ul>
{{#HAY_OTRAS}}<h2>Otras ediciones</h2>
<table class="apila">
<caption class="vh">Ediciones sin meta registrada</caption>
<thead><tr><th scope="col">Edición</th><th scope="col">Fechas</th><th scope="col" class="num">Registradas</th><th scope="col" class="num">Universo</th></tr></thead>
<tbody>
{{#OTRAS}}<tr><th scope="row"><a href="/servir/{{ID}}/edicion">{{NOMBRE}}</a>{{#VIGENTE}} <span class="est EN_CURSO">Vigente</span>{{/VIGENTE}}</th>
<td data-label="Fechas">{{DESDE}}{{#HAY_HASTA}} al {{HASTA}}{{/HAY_HASTA}}</td>
<td data-label="Registradas" class="num">{{#POR_CARGO}}<a href="/servir/{{ID}}/edicion#registradas">{{INSCRITOS:x-miles}}</a>{{/POR_CARGO}}{{#NO_POR_CARGO}}<a href="/servidor/lista?vigencia=TODOS&amp;edicion={{ID:url_query_escape}}&amp;situacion=REGISTRADO">{{INSCRITOS:x-miles}}</a>{{/NO_POR_CARGO}}</td>
<td data-label="Universo" class="num">{{#HAY_UNIVERSO}}<a href="/servir/{{ID}}/edicion#universo">{{UNIVERSO:x-miles}} cargos</a>{{/HAY_UNIVERSO}}{{#NO_UNIVERSO}}<span class="hint">No se cuenta</span>{{/NO_UNIVERSO}}</td></tr>
{{/OTRAS}}</tbody>
</table>
{{/HAY_OTRAS}}
