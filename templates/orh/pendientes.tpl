{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Etapas pendientes</h1>
<p class="lead">Lo que falta culminar en su entidad, desde lo más atrasado.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Marque las etapas B y C que ya terminaron, escriba la fecha y guarde: todas quedan culminadas juntas. La etapa A la registra SERVIR con los resultados de su curso; si hace falta, anótela a mano desde «Actualizar». Lo observado por SERVIR se corrige y se vuelve a enviar igual.</p></details>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_VER}}
{{>CAMPO_ETAPA}}
<button class="sec">Ver</button>
</form>
{{#HAY_FILAS}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
<input type="hidden" name="ver" value="{{VER}}">
<input type="hidden" name="etapa" value="{{FILTRO_ETAPA}}">
<input type="hidden" name="despues" value="{{DESPUES}}">
<input type="hidden" name="pagina" value="{{TODO}}">
<table class="apila" id="f-marca" tabindex="-1">
<caption class="vh">Etapas pendientes de su entidad</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Etapa</th><th scope="col">Plazo</th><th scope="col">Quién actúa</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{#NO_DE_ESTADO}}{{#NO_FALTA}}<label class="opt"><input type="checkbox" name="marca" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{NOMBRE}}<span class="vh">, {{ETAPA}}</span></label> {{/NO_FALTA}}{{#HAY_FALTA}}{{NOMBRE}} {{/HAY_FALTA}}{{/NO_DE_ESTADO}}{{#DE_ESTADO}}{{NOMBRE}} {{/DE_ESTADO}}<a href="/servidor/{{VINCULO_ID}}/ficha">Ver su ficha<span class="vh">: {{NOMBRE}}</span></a></th>
<td data-label="Etapa">{{ETAPA}} <span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>{{#OBSERVADA}} <span class="hint">SERVIR: {{MOTIVO}}</span>{{/OBSERVADA}}</td>
<td data-label="Plazo">{{FECHA_LIMITE}} <span class="hint">{{#VENCIDA}}hace {{DIAS:x-miles}} {{DIAS:x-segun=día/días}}{{/VENCIDA}}{{#NO_VENCIDA}}{{#HAY_DIAS}}en {{DIAS:x-miles}} {{DIAS:x-segun=día/días}}{{/HAY_DIAS}}{{#NO_DIAS}}hoy{{/NO_DIAS}}{{/NO_VENCIDA}}. Ingresó el {{FECHA_INGRESO}}</span></td>
<td data-label="Quién actúa">{{#DE_ESTADO}}La persona, con el curso de SERVIR{{/DE_ESTADO}}{{#NO_DE_ESTADO}}{{#DE_PUESTO}}Su jefe{{#HAY_JEFE}}: {{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}} (falta indicarlo){{/NO_JEFE}}{{/DE_PUESTO}}{{#NO_DE_PUESTO}}Su ORH{{/NO_DE_PUESTO}}{{/NO_DE_ESTADO}}.{{#HAY_FALTA}} <span class="hint">Falta: {{FALTA}}</span> <a href="/servidor/{{VINCULO_ID}}/tareas">Ver sus tareas<span class="vh">: {{NOMBRE}}</span></a>{{/HAY_FALTA}} <a href="/etapa/{{ID}}/marcar">Actualizar<span class="vh"> {{ETAPA}} de {{NOMBRE}}</span></a></td></tr>
{{/FILAS}}</tbody>
</table>
{{#HAY_MARCABLES}}{{>CAMPO_TODAS}}
{{>CAMPO_FECHA}}
{{>CAMPO_ARCHIVO}}
<div class="acc"><button>Guardar: culminaron</button></div>
{{/HAY_MARCABLES}}</form>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>No hay etapas pendientes en esta vista. <a href="/orh/pendientes?ver=TODAS">Vea todas las que faltan</a> o <a href="/orh/inicio">vuelva al inicio</a>.</p></div>
{{/NO_FILAS}}
